import { Section } from '../../layout/Section';

/** For a partner that may not share names: the tool, its checksum, and what it does. */
export function Encoder() {
  return (
    <Section
      title="If you may not share names"
      measure="Your people can be counted once all the same. You send codes instead of names; the key stays with you."
    >
      <p>
        Download{' '}
        <a className="link same" href="/v1/hub-encode.mjs" download>
          hub-encode.mjs
        </a>{' '}
        and check it against{' '}
        <a className="link same" href="/v1/hub-encode.mjs.sha256">
          its checksum
        </a>
        . It is one file for Node, works without a network on your own machine, and writes nothing but codes.
        Agree on a key with your partners and never give it to us. Codes are still personal data: they are
        deleted when your agreement ends.
      </p>
    </Section>
  );
}
