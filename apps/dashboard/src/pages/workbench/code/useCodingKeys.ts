import { useEffect } from 'react';
import { useKey } from '../../../layout/keys';
import type { Choice } from './useChoice';
import type { Coding } from './useCoding';

interface Does {
  choice: Choice;
  coding: Coding;
  pick: () => void;
  quote: () => void;
}

/** The keys of coding, anywhere on the page but in a field; off while something else has them. */
export function useCodingKeys({ choice, coding, pick, quote }: Does, on: boolean): void {
  const { listed, toggle, say } = choice;
  useKey('1', () => toggle(listed[0]), on);
  useKey('2', () => toggle(listed[1]), on);
  useKey('3', () => toggle(listed[2]), on);
  useKey('4', () => toggle(listed[3]), on);
  useKey('5', () => toggle(listed[4]), on);
  useKey('6', () => toggle(listed[5]), on);
  useKey('7', () => toggle(listed[6]), on);
  useKey('8', () => toggle(listed[7]), on);
  useKey('9', () => toggle(listed[8]), on);
  useKey('0', () => say('NONE'), on);
  useKey('u', () => say('UNSURE'), on);
  useKey('t', pick, on);
  useKey('q', quote, on);
  useKey('z', () => void coding.undo(), on);
  useKey('j', () => coding.move(1), on);
  useKey('k', () => coding.move(-1), on);
  useEnter(() => void choice.sign(), on);
}

const OWNERS = 'a, button, input, textarea, select, summary, dialog';

/** Enter signs, unless it belongs to what has the focus: a button, a link, a field. */
function useEnter(act: () => void, on: boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!on || event.key !== 'Enter' || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(OWNERS)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [act, on]);
}
