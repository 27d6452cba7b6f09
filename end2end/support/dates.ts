/** A date as the pages write it in bokmål: `tirsdag 8. september`. */
export const dayName = (date: string) =>
  new Intl.DateTimeFormat("nb-NO", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
