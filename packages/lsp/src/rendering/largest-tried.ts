/**
 * Characters; a larger template is not rendered unless somebody asks for it. Editors ask for values and actions after
 * each pause in typing: one of 300 KB takes 0.5 s and more, and nothing else is answered meanwhile.
 */
export const LARGEST_TRIED = 60_000;
