/**
 * Say whether somebody answers now, by the clock of the device; the hours themselves stand in the page. Only an extra:
 * a clock may be wrong, and a line may be busy.
 */
const DAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export default class OpeningHours {
  constructor(root) {
    this.root = root;
    this.opening = JSON.parse(root.dataset.opening);
    this.said = document.createElement("strong");
    root.append(" ", this.said);
    this.say(new Date());
  }

  say(now) {
    const isOpen = this.opening.some((each) => this.isOpen(each, now));
    this.said.textContent = isOpen ? this.root.dataset.open : this.root.dataset.closed;
  }

  /** Hours that end before they begin go on past midnight: then the day before may count. */
  isOpen({ days, opens, closes, zone }, now) {
    const clock = new Intl.DateTimeFormat("en-CA", { timeZone: zone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" });
    const time = clock.format(now);
    const today = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" }).format(now).slice(0, 2).toUpperCase();
    const yesterday = DAYS[(DAYS.indexOf(today) + 6) % 7];
    if (opens < closes) return days.includes(today) && opens <= time && time < closes;
    return (days.includes(today) && opens <= time) || (days.includes(yesterday) && time < closes);
  }
}

for (const root of document.querySelectorAll('[data-component="opening-hours"]')) new OpeningHours(root);
