/** Wordings as councils, police, health and voluntary bodies write them; `Question | option ; option`. All invented. */
const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export interface Closed {
  text: string;
  options: string[];
}
const closed = (text: string): Closed[] =>
  lines(text).map((line) => {
    const [question, options] = line.split(' | ') as [string, string];
    return { text: question, options: options.split(' ; ') };
  });

/** One of a list. Many bear words by which fields, dates and characteristics are known, and are none. */
export const CHOICES = closed(`
Do you support the proposal for Armada Way? | Yes ; No ; Don't know
How safe do you feel in your neighbourhood after dark? | Very safe ; Fairly safe ; A bit unsafe ; Very unsafe
Would you recommend this NHS service to friends and family? | Extremely likely ; Likely ; Neither likely nor unlikely ; Unlikely ; Extremely unlikely
How did you hear about our e-mail newsletter? | Leaflet ; Facebook ; A friend or neighbour ; Council website
How often do you use the library? | Every week ; Once a month ; A few times a year ; Never
Which of these best describes you? | I live here ; I work here ; I run a business here ; I am visiting
How did you travel here today? | Car or van ; Bus ; On foot ; Bicycle
Does your child have a disability? | Yes ; No ; Prefer not to say
How well do people of different ethnic backgrounds get on here? | Very well ; Fairly well ; Not very well ; Not at all well
How long have you lived in the area? | Less than a year ; 1 to 5 years ; 6 to 20 years ; Over 20 years
How would you rate the condition of the streets? | Excellent ; Good ; Fair ; Poor
To what extent do you agree that the date of the fair should change? | Strongly agree ; Agree ; Neither agree nor disagree ; Disagree ; Strongly disagree
Where do you usually get your information? | Phone ; E-mail ; Post ; Social media
Are you responding as an individual or for an organisation? | Individual ; Organisation
Have you contacted the police in the last year? | Yes ; No
Which service did you use? | Outpatients ; Minor injuries unit ; Maternity ; Physiotherapy
Should the council publish its address list? | Yes ; No ; Not sure
Which option do you prefer? | Option A: widen the path ; Option B: leave it as it is ; Option C: close it to cars
How satisfied are you with the way your call was handled? | Very satisfied ; Fairly satisfied ; Neither ; Fairly dissatisfied ; Very dissatisfied
What is the main reason for your visit today? | Shopping ; Work ; Meeting friends ; Medical appointment
Do you care for your own garden? | Yes, all of it ; Yes, some of it ; No ; I have no garden
Which age group is the play area mainly for? | Under 5s ; 5 to 11 ; Teenagers ; Everyone
Do you have a phone at home? | Yes ; No
How many times have you visited in the last month? | None ; Once ; 2 to 4 ; 5 or more
Who do you think should run the centre? | The council ; A charity ; The people who use it ; A company
What time of day suits you best? | Mornings ; Afternoons ; Evenings ; Weekends
Did staff treat you with respect? | Yes, always ; Sometimes ; No, never
Is gender equality taken seriously at your club? | Yes ; To some extent ; No
How important is it that faith groups can meet here? | Very important ; Fairly important ; Not very important ; Not at all important
Do you receive help with your rent or mortgage? | Yes ; No ; Rather not say
What do you think of the new bins? | Love them ; They are fine ; Not keen ; Hate them
Which school does your child go to? | Ford Primary ; High View School ; Laira Green ; Marine Academy
How easy was it to get an appointment? | Very easy ; Easy ; Difficult ; Very difficult
How would you describe your connection to the area? | A local resident ; A worker ; A student ; A visitor
Is your home easy to get into for a disabled person? | Yes ; No ; Not sure
Do you trust us with data protection? | Yes ; No ; Not sure
Should employers do more for carers? | Yes ; No ; Don't know
How confident are you that consent is respected? | Very confident ; Fairly confident ; Not very confident ; Not at all confident
What is your connection to the site? | Neighbour ; Owner ; Tenant ; None of these
Which party are you in this application? | Applicant ; Neighbour ; Ward councillor ; Parish council
Are you happy for the works to start in May? | Yes ; No ; No opinion
Ble ydych chi'n byw? | Yn y dref ; Yn y pentref ; Ar fferm
Pa mor ddiogel ydych chi'n teimlo? | Diogel iawn ; Eithaf diogel ; Ddim yn ddiogel
Czy popiera Pan plan? | Tak ; Nie ; Nie wiem
How much would you pay? | £0 ; £1 to £5 ; £6 to £10 ; More than £10
What is your household income? | Under £16,000 ; £16,000 to £29,999 ; £30,000 or more ; Prefer not to say
Which statement is closest to your view? | The council should buy the site now, even if that means borrowing, and decide later what to build there ; The council should wait until there is a plan that people have agreed to, even if the price goes up ; The site should stay as it is
Type of response | Objection ; Support ; General observation
Stance | For ; Against ; No strong view
Do you have children under 5? | Yes ; No
Which policy are you commenting on? | Policy H1 ; Policy T2 ; Policy E3
Do you own a dog? | Yes ; No
Mode of travel | Car ; Bus ; Walk ; Train
What best describes the area where you grew up? | A city ; A town ; A village ; Abroad
Your role | Patient ; Carer or relative ; Member of staff ; Volunteer
Have you seen the address that the Prime Minister gave? | Yes, all of it ; Yes, some of it ; No
What is your first language? | English ; Polish ; Arabic ; Romanian
Do you support the low traffic neighbourhood? | Yes, strongly support ; Yes, on the whole ; No, on the whole ; No, strongly oppose ; Don't know
Have you been to the park in the last month? | Yes ; No
What would you call this area? | North Stonehouse ; Union Street Quarter ; The Octagon
`);

/** Several of a list. Some options hold the marks that join them. */
export const SEVERAL = closed(`
Which of these would you use? | Parks ; Libraries ; Swimming pools ; Youth clubs
What stops you from using the bus? Please tick all that apply | Cost ; It is unreliable ; It does not go where I need ; I feel unsafe
Which of these matter most to you? (choose up to three) | Clean streets ; Jobs, skills and training ; Health, care and wellbeing ; Affordable homes
How do you get around? | Walk ; Cycle ; Bus ; Car or van ; Train
What would bring you into town more often? | More seats, shade and planting ; Free parking ; Better shops ; Events (music, markets, film)
Which issues affect you? Select all that apply | Noise ; Litter ; Speeding ; Drug dealing ; Vandalism
Who lives with you? | Partner ; Children under 16 ; Parents ; Friends ; Nobody
What help have you had? | Advice on money, debt and benefits ; Food parcel ; Help with housing ; Someone to talk to
Which days could you come? | Monday ; Wednesday ; Saturday
Which sports have you tried? | Football ; Netball ; Boxing ; Bowls ; Climbing
Which age groups would use it? | Under 18 ; 18-34 ; 35-64 ; 65+
How would you like to hear from us? | E-mail ; Letter ; Text message ; Phone call
What do you like about it? | The trees ; It is quiet ; Seating and shade ; Easy to reach
Pa rai ydych chi'n eu defnyddio? | Parciau ; Llyfrgelloedd ; Pyllau nofio ; Clybiau ieuenctid
What should we do first? | Make the junction safer for people on foot, on bikes and in wheelchairs ; Put in more lighting along the river path from the bridge to the weir ; Leave it as it is
Which facilities do you use? | Café/bar ; Gym & pool ; Crèche ; Meeting rooms (upstairs) ; Meeting rooms (downstairs)
Why did you not report it? | Not serious enough ; Police could do nothing ; Reported it to someone else, such as a landlord ; Fear of what might happen
What were you worried about? | My safety ; My health ; Money ; Crime and disorder, including knife crime
`);

/** Items that share answers; `stem | items | answers`. */
export const MATRICES = lines(`
How would you rate the following? | Street lighting ; Litter picking ; Parks and open spaces | Very good ; Good ; Fair ; Poor
How much do you agree or disagree? | The staff were kind ; I was listened to ; I knew what would happen next | Strongly agree ; Agree ; Neither agree nor disagree ; Disagree ; Strongly disagree
How safe do you feel in these places? | At home ; In the city centre ; On the bus | Very safe ; Fairly safe ; Fairly unsafe ; Very unsafe
How often do you use these? | Library ; Leisure centre ; Museum | Weekly ; Monthly ; Less often ; Never
How big a problem is each of these where you live? | Rubbish ; Noisy neighbours ; Parking | A very big problem ; A fairly big problem ; Not a very big problem ; Not a problem at all
Please tell us what you think of each proposal | Proposal 1: bus lanes ; Proposal 2: cycle hire ; Proposal 3: fewer car parks | Support ; Neutral ; Oppose
How much should each of these pay? | Councils ; Energy firms ; Residents | A lot ; A little ; Nothing
How would you describe your relationship with each? | Funders ; The council ; Other charities | Strong ; Fair ; Weak
What did you think of each part of the day? | The talks ; The food ; The venue | Loved it ; It was OK ; Not for me
`).map((line) => {
  const [text, items, options] = line.split(' | ') as [string, string, string];
  return { text, items: items.split(' ; '), options: options.split(' ; ') };
});

export const RANKINGS = closed(`
Please rank these priorities in order of importance | Roads and pavements ; Schools ; Social care ; Culture
Put these options in order of preference | Wider paths ; More trees ; A play area
Rank the following from 1 to 4 | Police on foot ; Cameras ; Youth work ; Lighting
`);

/** Numbers; `question | lowest | highest`. */
export const NUMBERS = lines(`
On a scale of 0 to 10, how happy are you with your life? | 0 | 10
How many people live in your household? | 1 | 7
How likely are you to recommend us? (0 = not at all, 10 = extremely) | 0 | 10
How many years have you lived in Plymouth? | 0 | 60
Please rate your visit out of 5 | 1 | 5
How many minutes did you wait? | 1 | 180
Overall score (1-5) | 1 | 5
How much did you spend? (£) | 0 | 200
Number of cars | 0 | 4
Distance travelled in miles | 0 | 40
How bad is speeding on your street? | 1 | 5
Drivers respect the limit here | 1 | 5
How would you rate your care? (1 = very poor, 10 = excellent) | 1 | 10
`).map((line) => {
  const [text, lowest, highest] = line.split(' | ') as [string, string, string];
  return { text, lowest: Number(lowest), highest: Number(highest) };
});

/** Own words. Some begin as closed questions do, some bear words of fields. */
export const OPEN = lines(`
Please tell us why you gave this answer
Any other comments?
What is the one thing we could do better?
What would make you feel safer?
Is there anything else you would like to add?
Comments
If no, please explain
Do you have any suggestions for the name of the new park?
What do you like most about living here?
How could we improve the e-mails we send you?
What worries you about the proposal?
Tell us about your visit
What does your street need?
Describe how the change would affect you or your family
Your views on the draft plan
What went well?
And what went less well?
How has the service changed your life?
What should the council do next about housing?
Further details
Do you have any concerns about the address of the new surgery?
Feedback
In your own words, what happened?
What three words describe the area?
Which improvements would you like to see, and why?
Sylwadau
Unrhyw sylwadau eraill?
Co można poprawić?
Reason for your answer
What went well, or badly?
Anything to tell us?
Anything we've missed?
What would you change here?
What could be better?
Your idea
Message
Please give details
What did you like?
What is your vision for the waterfront in 2040?
If you have had a problem with parking, please say where and when
`);

/** Characteristics: `read as | labels | options`. */
export const CHARACTERISTICS = lines(`
age | Age ; What is your age? ; Which age group are you in? ; How old are you? ; Your age group ; Age band | Under 18 ; 18-24 ; 25-34 ; 35-44 ; 45-54 ; 55-64 ; 65-74 ; 75+
age | Age ; Age group ; Which of these age groups do you belong to? | 16 to 24 ; 25 to 34 ; 35 to 49 ; 50 to 64 ; 65 to 74 ; 75 and over ; Prefer not to say
sex|gender | Sex ; What is your sex? ; Are you... | Female ; Male ; Prefer not to say
sex|gender | Gender ; What is your gender? ; How would you describe your gender? ; Which of the following describes your gender identity? | Woman ; Man ; Non-binary ; Prefer not to say
ethnic-group | Ethnicity ; What is your ethnic group? ; Ethnic origin ; How would you describe your ethnic background? | White British ; White Irish ; Any other White background ; Asian or Asian British - Indian ; Black African ; Mixed - White and Asian ; Chinese ; Prefer not to say
ethnic-group | What is your ethnic group? ; Ethnic group | White: English, Welsh, Scottish, Northern Irish or British ; White: Irish ; White: Any other White background ; Asian or Asian British: Pakistani ; Black, Black British, Caribbean or African: African ; Mixed or multiple ethnic groups: White and Black Caribbean ; Prefer not to say
disability | Disability ; Do you consider yourself to be disabled? ; Do you have a disability? ; Are you disabled? | Yes ; No ; Prefer not to say
disability | Are your day-to-day activities limited because of a health problem or disability which has lasted, or is expected to last, at least 12 months? ; Disability | Yes, limited a lot ; Yes, limited a little ; No ; Prefer not to say
carer | Do you look after, or give any help or support to, anyone because they have long-term physical or mental health conditions or illnesses, or problems related to old age? ; Are you a carer? ; Carer ; Do you provide unpaid care? | No ; Yes, 19 hours a week or less ; Yes, 20 to 49 hours a week ; Yes, 50 or more hours a week
carer | Are you an unpaid carer? ; Do you have caring responsibilities? | Yes ; No ; Prefer not to say
religion | Religion ; What is your religion? ; Religion or belief | No religion ; Christian ; Muslim ; Hindu ; Buddhist ; Prefer not to say
sexual-orientation | Sexual orientation ; Which of the following best describes your sexual orientation? | Straight or heterosexual ; Gay or lesbian ; Bisexual ; Prefer not to say
marriage | Marital status ; What is your legal marital or registered civil partnership status? | Never married and never registered a civil partnership ; Married ; Divorced ; Widowed ; Separated, but still legally married
pregnancy | Are you pregnant or have you given birth in the last year? ; Pregnancy and maternity | Yes ; No ; Prefer not to say
tenure | Tenure ; Do you rent or own your home? | Own outright ; Own with a mortgage ; Rent from the council or a housing association ; Rent privately
employment | Employment status ; Which best describes your employment status? | Working full time ; Working part time ; Retired ; Student ; Looking after home or family
armed-forces | Have you previously served in the UK armed forces? ; Armed forces | Yes, previously served in regular armed forces ; Yes, previously served in reserve armed forces ; No
`).map((line) => {
  const [as, labels, options] = line.split(' | ') as [string, string, string];
  return { as, labels: labels.split(' ; '), options: options.split(' ; ') };
});

/** What identifies: `field | labels`. */
export const FIELDS = lines(`
fullName | Name ; Your name ; What is your name? ; Full name
email | Email ; E-mail address ; Your email address ; What is your email address?
phone | Phone ; Telephone number ; Mobile ; Contact number
postcode | Postcode ; What is your postcode? ; Home postcode ; Please enter your full postcode
givenName | First name ; Forename
familyName | Surname ; Last name
dateOfBirth | Date of birth ; DOB
`).map((line) => {
  const [as, labels] = line.split(' | ') as [string, string];
  return { as, labels: labels.split(' ; ') };
});

export const GIVEN_NAMES =
  'Ada Bilal Cerys Dinesh Edith Farid Grace Hamza Iris Jakub Keira Liam Mona Nia Owen Petra Qasim Rosa Sunil Tess Uma Viktor Wendy Xin Yusuf Zara Alun Beth Carl Dora Emyr Freya Gita Hugo Ivy Joan Kofi Lena Mick Nell Otto Poppy Raj Sian Tom Una Vera Will'.split(
    ' ',
  );
export const FAMILY_NAMES =
  "Abbott Bevan Choudhury Dale Ellis Frost Gill Hobbs Iqbal Khan Lowe Marsh Nowak O'Neill Price Quinn Rees Shah Tate Underhill Vickers Walsh Yates Adeyemi Begum Carr Doyle Eze Flynn Gray Hunt Ilic Jones Kaur Lloyd Moss Nash Osei Patel Reid Stone Tran Usman Vance Webb Young Zhou".split(
    ' ',
  );

/** Pieces of remarks; who, what, and what follows. */
export const BEGINNINGS = lines(`
The bus is late most mornings
More seats by the hospital
I can't hear the announcements
Please mend the path by the river
Too many scooters on the pavement
My son waits fifty minutes for the school bus
It works well, thank you
Nobody tells us anything
The lifeguards were kind, patient and very funny
We need a chemist that is open late
Put the market back on Saturdays; it was lively
I like it as it is
The toilets were closed again
Street lights out in Efford since May
Ask the young people, not us
There's nowhere to rest
Note that the gate is locked at five
Contact with the office was poor
Total waste of money
Key workers can't afford to live here
It’s fine – I don’t mind it
£5 for parking is far too much
No
`);
export const MIDDLES = lines(`
especially when it rains
and it has got worse since the spring
which is a shame
so we stopped going
because my mother can't manage the steps
as I said to the officer
and the staff did what they could
- see my letter
`);
export const ENDINGS = lines(`
Please do something.
We have lived here for 30 years.
It would help if there were a crossing by the Co-op.
I don't expect an answer.
The children ask about it every week.
Thank you for asking!
`);
/** Remarks as short as people leave them. */
export const SHORT = [
  'Good',
  'Very slow',
  'ok',
  'Brilliant',
  'Too dear',
  'Fine',
  'Parking',
  'More buses',
  'litter',
  'All good thanks',
];

/** What people put behind words that others wrote too. */
export const TAILS = [
  '',
  '',
  '!',
  ' Please do something about it.',
  ' My neighbours say the same.',
  ' 👍',
  ' - soon',
];
