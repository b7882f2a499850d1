/**
 * Files that editors put beside one that is being edited, and take away again: Emacs' `.#a.vtl` and `#a.vtl#`, Vim's
 * `.a.vtl.swp`, `a.vtl~` and `4913`, Kate's `.a.vtl.kate-swp`, LibreOffice's `.~lock.a#`. They say nothing of a project.
 */
export function isLockFile(name: string): boolean {
  return /^\.?#|^\.~|~$|^4913$|\.(?:sw[a-z]|kate-swp|tmp)$/.test(name);
}
