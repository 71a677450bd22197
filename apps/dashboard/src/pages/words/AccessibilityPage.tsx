import { Words } from './Words';

export function AccessibilityPage() {
  return (
    <Words title="Accessibility statement">
      <p style={{ marginTop: 16 }}>
        These pages are made to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page is
        checked by a machine at each change, in a real browser; that finds some faults and not all. They have
        not yet been tested by people who use assistive technology every day.
      </p>
      <h2>What you can do</h2>
      <ul>
        <li>
          Use everything by keyboard alone. Press ? to see all keys; single keys can be turned off there.
        </li>
        <li>
          Enlarge to 400%, or use a screen 320 pixels wide, without scrolling sideways to read a main figure.
        </li>
        <li>Read every chart and map as a table: it stands beside the drawing, or one press away.</li>
        <li>Tell everything apart without colour: each state has a sign and a word.</li>
        <li>Print any page.</li>
      </ul>
      <h2>What is not yet good</h2>
      <ul>
        <li>
          The preview of a file that you send may be wider than the screen; it scrolls within its own frame.
        </li>
        <li>Pages need JavaScript.</li>
        <li>There is no Welsh, Easy Read or British Sign Language version.</li>
      </ul>
      <h2>Tell us</h2>
      <p>
        If something stops you, use “This looks wrong” in the receipt of a figure, or write to whoever runs
        this hub. We do not ask who you are.
      </p>
    </Words>
  );
}
