const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (value: number) => String(value).padStart(2, "0");

/** `Sat Nov 21 07:08:54 UTC 2026`: how Java prints a date, and each line of the log begins. */
export function javaDate(time: number): string {
  const date = new Date(time);
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())}`;
  return `${day} ${clock} UTC ${date.getUTCFullYear()}`;
}

/** `Sat, 21 Nov 2026 07:08:54 GMT`: the header `Date`. */
export function httpDate(time: number): string {
  return new Date(time).toUTCString();
}
