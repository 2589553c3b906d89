#pragma warning disable
using NodaTime;
namespace ClientTracking.Numbering;
public readonly record struct NumberScope(string Series, string Period);
public sealed record DocumentNumber(NumberScope Scope, long Serial, string Text, string Bare);
public enum NumberingMode { GapFree, GapsAllowed }
public enum NumberUse { Reserved, Used, Void }
public sealed record NumberEntry(NumberScope Scope, long Serial, string? Text, NumberUse Use, Guid? Subject, string? Reason, Instant At);
public sealed record NumberingRule { public string Series; public NumberingMode Mode; public long FirstSerial; public NumberScope ScopeFor(LocalDate d) => default; public DocumentNumber Number(LocalDate d, long s, RuleId r) => null; }
