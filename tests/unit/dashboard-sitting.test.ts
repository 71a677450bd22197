import { describe, expect, it } from '@jest/globals';
import {
  withAnother,
  type Comment,
  type Seat,
} from '../../apps/dashboard/src/pages/workbench/code/sitting.js';

const comment = (submission: string): Comment => ({ submission }) as unknown as Comment;
const seat = (submission: string, signed: string | null = null): Seat => ({
  comment: comment(submission),
  signed,
});
const seats = (list: readonly Seat[]) => list.map(({ comment, signed }) => [comment.submission, signed]);

describe('a sitting of which a comment left the pile', () => {
  const list = [seat('a', '7'), seat('b'), seat('c')];

  it('has the first that waits and does not sit in it yet in that place', () => {
    const waiting = ['c', 'd', 'e'].map(comment);
    expect(seats(withAnother(list, 1, waiting))).toEqual([
      ['a', '7'],
      ['d', null],
      ['c', null],
    ]);
  });

  it('is shorter where no other waits', () => {
    expect(seats(withAnother(list, 1, [comment('c')]))).toEqual([
      ['a', '7'],
      ['c', null],
    ]);
  });
});
