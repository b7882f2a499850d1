/** "Payload size: 10 MB", not adjustable. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** "Total combined size of request line and header values: 10240 bytes", not adjustable. */
export const MAX_HEADER_BYTES = 10_240;
