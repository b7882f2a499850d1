/**
 * What a text must not do to whoever reads a message about it: C0 and C1 controls start escape sequences of a terminal, and
 * bidirectional controls reorder a line so that it reads as something else ("Trojan Source"). Halves of surrogate pairs are no
 * characters. Tabs and line feeds are not among them. For a class of a regular expression with the flag `u`.
 */
export const STEERING_CHARACTERS = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Surrogate}`;
