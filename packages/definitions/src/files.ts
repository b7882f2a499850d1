/** How files are named, told apart and read, without what is in them: for programs that may not need to know definitions. */
export { parseTemplateAddress } from "./address/template-address.js";
export { folderOf } from "./file-path.js";
export { HOST_EXTENSIONS, isHostName } from "./host-format.js";
export { ConfigReader } from "./reader/config-reader.js";
export { type FileText, textOrNothing } from "./reader/file-access.js";
export { isWithin, LARGEST_FILE, ProjectReader, type ReadScope } from "./reader/project-reader.js";
