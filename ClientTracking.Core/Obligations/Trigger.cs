using NodaTime;

namespace ClientTracking.Obligations;

/// <summary>Something that happened on a subject, by the name regulations know it by; it opens, fulfils, extends, pauses or ends obligations.</summary>
/// <param name="Name">The name, for example <c>registered</c>.</param>
/// <param name="From">
/// The instant periods are counted from, where it is not when the event happened (the end of a meeting, say); of an extension, when it was applied for.
/// </param>
/// <param name="Promised">The date promised by it, for rules that are due by a promise.</param>
/// <param name="Reason">Why, where it pauses a clock or ends a duty.</param>
/// <param name="Due">The very instant what it opens is due: an appointment, which nothing rolls; then no rule's period counts.</param>
public readonly record struct Trigger(string Name, Instant? From = null, LocalDate? Promised = null, string? Reason = null, Instant? Due = null);
