/** The users of the game, in memory: what a database with a unique index is elsewhere. */

import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derived = promisify(scrypt);
const LIGHT = { N: 8192 }; // so that a laptop answers many at once in time
const NOBODY = await hashed(randomBytes(16).toString("hex"));
// The hash of the password, by name and by address; there is one user to try it with.
const jane = await hashed("correct-horse-7");
const users = new Map([
  ["jane.doe", jane],
  ["jane.doe@example.com", jane],
]);

/** Keep somebody who registers. The same delivery may come twice: that is the same user, not a second one. */
export async function keep({ username, email, password }) {
  const hash = await hashed(password);
  const names = [username ?? email, email].map((name) => name.toLowerCase());
  const stored = new Set(names.map((name) => users.get(name)));
  const [only] = stored;
  if (stored.size > 1 || (only !== undefined && !(await matches(only, password)))) return false;
  if (only === undefined) names.forEach((name) => users.set(name, hash));
  return true;
}

/** Whether somebody has that password. It takes the same time when there is nobody of that name. */
export async function knows({ username, email, password }) {
  const name = username ?? email; // a delivery has one of them, or both
  return matches(users.get(name.toLowerCase()) ?? NOBODY, password);
}

async function hashed(password, salt = randomBytes(16)) {
  return Buffer.concat([salt, await derived(password, salt, 32, LIGHT)]);
}

async function matches(hash, password) {
  return timingSafeEqual(hash, await hashed(password, hash.subarray(0, 16)));
}
