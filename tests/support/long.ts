/**
 * Attackers, storms and long simulations are whole in `.ci/long` (`HUB_TEST_LONG=1`); elsewhere what is said to be long is skipped, or
 * done with as few as still tell that something broke.
 */
export const LONG = process.env.HUB_TEST_LONG === '1';

export const testLong = LONG ? test : test.skip;
export const describeLong = LONG ? describe : describe.skip;
