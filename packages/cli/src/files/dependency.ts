/** A file that findings depend on; without a digest, one that is not there. */
export interface Dependency {
  readonly path: string;
  readonly digest?: string;
}
