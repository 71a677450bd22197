/**
 * Words by which survey tools and people say that nothing was answered; compared without regard to case and blanks at the
 * ends. "Don't know" and "Prefer not to say" are answers of their own and stand here never.
 */
export const BLANK_WORDS: readonly string[] = [
  'NULL',
  '(null)',
  'NA',
  'N/A',
  'n.a.',
  'n.a',
  '#N/A',
  '#NAME?',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  'NaN',
  '?',
  '-',
  '--',
  '–',
  '—',
  '.',
  'nil',
  'blank',
  '(blank)',
  '[blank]',
  '<blank>',
  '(empty)',
  'empty',
  'No Answer',
  'No answer given',
  'No answer provided',
  'No response',
  'No response given',
  'No reply',
  'Not Answered',
  'Question not answered',
  'Did not answer',
  "Didn't answer",
  'Not Provided',
  'Not given',
  'Not specified',
  'Not completed',
  'Unanswered',
  'Skipped',
  'Question skipped',
  'Not asked',
  'No data',
  'Missing',
];

const KEYS = new Set(BLANK_WORDS.map((word) => word.toLowerCase()));

/** Is this cell one of the words for "not answered"? */
export const isBlankWord = (cell: string): boolean =>
  cell.length < 24 &&
  KEYS.has(
    cell
      .trim()
      .toLowerCase()
      .replace(/\u2019/g, "'"),
  );

/** "None" is an option of its own where a column gives it as one, and a word for "nothing" elsewhere. */
export const isNone = (cell: string): boolean => /^(none|non)$/i.test(cell.trim());

/** Labels under which people write in their own words. */
export const FREE_TEXT_SURE =
  /^(?!.*\b(comment|feedback|reason)s?[ _-]?(type|category|code|id|date|status|count|no|number|ref|theme)s?$).*(?:\bcomments?\b|tell us (more|why|about|what|how)|\bsay more\b|\bwhy\b|\bexplain\b|\bfeedback\b|own words|\bdescribe\b|\bfurther (thoughts|details|information)\b|anything (else|more)|anything (to tell|you('d| would) like to|we('ve| have) (missed|forgotten|overlooked))|\bsuggestions?\b|please (give|add|provide) (details|reasons|more)|\breasons?\b|\bplease (specify|state|say)\b|\bfree ?text\b|\bopen.?ended\b|\bverbatim\b|\belaborate\b|\bnarrative\b)/;
export const FREE_TEXT_LIKELY =
  /\bwhat ((do|did|are|have) (we|they) (do|doing|done|did) (well|badly|wrong|right|better)|went (well|wrong|badly)|worked|happened|did you (like|enjoy|dislike)|would|could|should|do you (like|think|love|dislike|want)|else|makes?|matters?|is (the )?(best|worst|one|good|bad|your (view|opinion|experience|idea|suggestion))|changes?|improvements?|(one|single) thing)\b|\bhow (could|can|should|might|would) (we|the|you(?! (rate|score|describe|grade|rank)\b)|it)\b|\bdetails\b|\bideas?\b|\bthoughts\b|\bdescription\b|\bconcerns?\b|\bimprove(ments?|d)?\b|\bshare your\b|\bviews?\b|\bopinions?\b/;

/** Labels of questions, as opposed to fields. */
export const ASKS =
  /\?|^(q(uestion)? ?\d+|\d+[.)])|^(how|what|which|why|when|where|who|do|does|did|have|has|are|is|was|were|would|will|could|can|should|to what extent|please|overall|thinking|if|tell|rate|rank|select|tick|choose|in (general|your)|on a scale|i (feel|think|am|would|have))\b/;

/** What a sender added to each row, and nobody was asked. */
export const OF_THE_FORM = 'about the form and not the person';
export const CODE_OF_SENDER = 'a code of the sender’s own';
/** What somebody who keeps a log of letters notes beside each. */
export const OF_THE_OFFICE = 'how the office dealt with it';
export const PART_OF_ADDRESS = 'a part of an address';
/** In which order a tool showed somebody the options. */
export const ORDER_SHOWN = 'the order in which a tool showed the options';
/** What people let an agency do with their address, and no answer. */
export const OF_CONTACT = 'whether they may be written to';
export const OF_REACHING = 'how somebody wants to be reached';
export const WEIGHTS = 'a weight';
export const IN_TRUST = 'where in the trust';
/** What an analyst makes of people's words. */
export const THE_ANALYSTS = 'the analyst’s';

/** Columns that are nobody's answer, by their labels. The pattern is matched against `labelKey` with blanks for _ and /. */
export const NOBODYS: readonly [pattern: RegExp, what: string][] = [
  [/\bip ?addr(ess)?\b|^ip$|\bremote ?addr/, 'the address of a machine'],
  [
    /user ?agent|^(your |user )?device\b.{0,14}$|\bdevice ?(id|type|name|model|info(rmation)?)$|^(web ?)?browser\b.{0,14}$|\boperating system\b|^platform$|\bscreen (size|resolution)\b|^os$/,
    'the device',
  ],
  [
    /^long$|\b(gps|geo|map|point|wgs) ?long\b|\b(lat|latitude|lon|lng|longitude|easting|northing|altitude|precision|geolocation|geopoint|coordinates?|geometry|what3words)\b|^[xy]([ -]?co?-?ord(inate)?s?)?$/,
    'coordinates',
  ],
  [
    /^((survey|interview|call|response|completion|session|total|form|page) )?duration( of (the )?(survey|interview|call|response|session|form))?( ?\(.*\)?)?$|^duration (in )?(seconds|minutes|ms|s|mins?)\b|^(total )?time (taken|spent)( to complete\b.*| on (the )?(survey|form|page|questionnaire)\b.*)?( ?\(.*\)?)?$|^(total )?time to complete\b|^(interview ?time\. )?total time( ?\(.*\)?)?$|\bgroup time\b|\bquestion time\b|(in|,) seconds?\)|^interview time|^(total |completion |interview |response |survey |page )?time \(?(seconds|minutes)/,
    'how long it took',
  ],
  [
    /^(start|started|begun|opened)( (time|date|at|on))?$|^(start|begin) (time|date)|^date started|^(current|furthest|highest) page|^last (page|modified|edited|action|seen)|^date last action|modified (time|date|at|on)|^(updated|edited|edit ?date|changed|last ?updated)( (at|on))?$/,
    'a time of the tool',
  ],
  [
    /^seed$|^random|recaptcha|^q (relevant|duplicate|ballot|total ?duration|data ?policy)|\brandomi[sz]ation\b|^progress$|^percent complete|^score total$|^total (points|score)$|^quiz (feedback|score)/,
    'a figure of the tool',
  ],
  [/ - display order$/, ORDER_SHOWN],
  [
    /^collector\b|\bcollector id$|\bdistribution channel\b|\bsurvey (link|url|name|title|version|id)\b|^custom (data|value|variable)|^external (data )?ref(erence)?|^recipient|^panel\b|^utm\b|\brefer(r|)er\b|^campaign|^source url|^ending$|^link$|^network id$/,
    'the tool’s own record',
  ],
  [
    /\bur[il]s?\b|^web ?page$|^permalink$|^href$|^attachments?$|^attached files?|^files?$|^photos?$|^images?( url)?$|\buploaded? files?\b/,
    'an address or a file',
  ],
  [
    /^(average|mean|avg\.?) (rating|score|stars?|mark)s?$|^(star )?ratings? (average|count)$|^total ratings?$|^(hot|confidence|relevance|popularity|trending|ranking|cached)( votes?)? (score|total|up|down)$/,
    'a figure of the tool',
  ],
  [
    /^(e-?mail|account|phone|mobile) (address )?(confirmed|verified|validated|bounced|opted ?(in|out)|status)\??$|^(confirmed|verified|registered) (e-?mail|user|account)$|^(news|newsletter) subscribed$|^subscribed( to (the )?(news(letters?)?|updates|e-?mails?|mailing list))?$/,
    'about an account',
  ],
  [
    /^(venue|event (name|venue|title)|drop-?in( (venue|event|session))?|collection point|(collected|entered|keyed|typed|inputted|transcribed) by)$/,
    OF_THE_FORM,
  ],
  [
    /^(branch|site|store|location|clinic|venue|centre|center|unit|team|service|practice|trust|organi[sz]ation|office|department|campaign|wave|batch|route|panel|sample|quota|segment)[ -](code|id|no\.?|ref(erence)?)$/,
    CODE_OF_SENDER,
  ],
  [
    /^(number of |no\.? of )?(likes?|liked|dislikes?|disliked|unsures?|agrees?|agreements?|disagrees?|supports?|supporters|replies|ratings?|(up ?|down ?)?votes?( (for|against|up|down|count))?|endorsements?( (up|down|count))?|(counter ?)?points( (for|against|up|down))?|followers?|follows?( count)?|comments? count|comments?|shares|views|reactions?)( count)?$/,
    'a count by the tool',
  ],
  [
    /(^| - )(tags?|analyst ?notes?|internal notes?|notes?|coded by|coding|moderat\w*( status)?|moderation notes?)$|^_?notes$|^_?tags$/,
    THE_ANALYSTS,
  ],
  // Somebody's initials behind it: "Theme (LH)", "Coding - AB".
  [
    /^((sub-?)?themes?|codes?|coding|coded|topics?|sentiment|tone|summary|categor(y|ies)|key (points?|issues?))( \d)? ?(\(|- ?)[a-z]{2,3}\)?$/,
    THE_ANALYSTS,
  ],
  [
    /^(date )?(ack('?d|n'?d|nowledged|nowledge?ment)?|repl(ied|y)|passed|forwarded|fwd|referred|assigned|allocated|escalated|circulated|copied|cc'?d|actioned|logged|filed|scanned|chased)( (sent|made|done|on|to|by|date|at|from)){1,2}( \((date|y\/?n|initials)\))?\??$|^(date )?(ack('?d|n'?d|nowledged|nowledge?ment)?|replied|forwarded|fwd|actioned|logged|filed|scanned|chased)( \((date|y\/?n|initials)\))?\??$|^(passed|forwarded|fwd|referred|copied|sent) (on )?to .{1,25}$|^(holding|full|standard) (reply|response)( sent)?\??$|^(reply|response) sent\??$|^(action|follow[- ]?up)s? (taken|required|needed|by|owner|date)\??$|^(dealt with|handled|acknowledged|processed|checked|verified|case|lead|link|duty|(call |message |details )?(taken|received|answered|recorded|noted)|call (handled|logged)) (by|officer)$|^for (info|action)$|^action$|^(wants?|wanted|needs?) (a )?(reply|response|call ?-?back)\??$|^(reply|response|call ?-?back) (wanted|needed|required|requested)\??$|^(case|record|ticket|enquiry|complaint|contact|lead) (owner|manager|handler|worker)$|^owned by$/,
    OF_THE_OFFICE,
  ],
  [
    /^((co-?)?authors?|created ?by|creator|editor|modified by|submitted by|submitter|username|user ?name|screen name|display name|user display name|login|login \(screen name\)|user ?type|usertype|account type|owner)( name| id)?$|login \(screen name\)|\bscreen name\b|\bcontributor summary\b/,
    'about an account',
  ],
  // What a form asks for beside street and postcode, and what it fills in itself.
  [
    /\baddress\W+((post(al)? )?(town|city)( or (town|city)|\/(town|city))?|county|country|region|state( ?\/ ?province)?)\W*$/,
    PART_OF_ADDRESS,
  ],
  [/^(language|start language|user language|locale|lang)$/, 'the language of the form'],
  [
    /^(officer|council|staff|agency|our|trust|provider)('?s)? (response|reply|comments?|notes?|action)s?$/,
    'the agency’s own words',
  ],
  [
    /^((form|survey|app|xform|instrument|questionnaire|browser|software|client|schema|template|os) ?)?version$|^_+version_+$|\bvalidation status\b|^_?status$|^_?index$|^_?parent([ _]?(index|id|uid|key|table name|row ?id|global ?id))?$|^form ?id$|^instance ?id$|^meta( |$)|^xform|^row( ?(no|number|id))?$|^unnamed: \d+$|^published( at| on)?$|^scope|^component|^category id|^participatory space|^state$|^answered( at)?$|^finished$|^completed?\?$|^global ?id$|^object ?id$|^device ?id$|^simid|^subscriberid|^phonenumber$|^username$|^audit$/,
    'the tool’s own record',
  ],
];

const OFFICE = NOBODYS.flatMap(([pattern, what]) => (what === OF_THE_OFFICE ? [pattern] : []));
/** Does a label tell how an office dealt with a letter, as by whom? */
export const isOfTheOffice = (words: string): boolean => OFFICE.some((pattern) => pattern.test(words));

/** Does a label ask for consent in the words of those who must ask for it? */
export const asksConsent = (words: string): boolean => CONSENT.test(words);

const CONSENT =
  /\bconsent\b|\bgdpr\b|privacy (notice|policy|statement)|data protection|\bi (agree|confirm|understand|give permission|am happy).{0,40}\b(my|this) (answers?|responses?|data|information|details|comments?|feedback|views)\b|\b(my|your) (answers?|responses?|data|information|comments?|feedback)\b.{0,30}\b((may|can|to) be|being) (shared|used|published|quoted|stored|processed|kept)|\b(may|can) (we|your)\b.{0,40}\b(publish(ed)?|quoted?)\b|agree to (take part|participate)|^(can (we|i) )?publish (my |your |this |the )?(comments?|feedback|response|answers?|views|words)\??$/;
/** Takes back, or narrows, what the rest of an answer gives ("Yes, but keep it private", "I do not agree"). */
export const TAKES_BACK =
  /\b(not|no|never|none|nothing|nobody|without|private(ly)?|confidential(ly)?|withdraw\w*|refuse\w*|decline\w*|object\w*|but|unless|except|only)\b|n'?t\b/i;

/** What was asked of the past ("have you contacted the police?") is an answer, and no leave to write. */
const OF_THE_PAST = /\b(have|has|had|did|were|was|when|how|why)\b.{0,60}\bcontact(ed)?\b/;

export const asksToContact = (words: string): boolean =>
  CONTACT_CONSENT.test(words) && !OF_THE_PAST.test(words);

const CONTACT_CONSENT =
  /\b(contact(ed)?|newsletters?|subscri(be[ds]?|ption)|mailing list|marketing|(project|news|service) updates?|e-?mail updates|keep (me|you) (informed|updated|in touch)|kept (informed|up.to.date)|further research|e-?mail (me|updates))\b/;
