using Microsoft.Extensions.Logging;

namespace ClientTracking.Tracking;

/// <summary>Every line the engine logs, with its stable event id. Names no client and quotes no content.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Command} met a concurrent change; attempt {Attempt} is repeated")]
    public static partial void Retrying(this ILogger logger, string command, int attempt);

    [LoggerMessage(2, LogLevel.Warning, "{Command} was refused to {Person} by {Rule}")]
    public static partial void Denied(this ILogger logger, string command, PersonId person, RuleId rule);

    [LoggerMessage(3, LogLevel.Warning, "Notice {Key} was not delivered (attempt {Attempt})")]
    public static partial void NotDelivered(this ILogger logger, Exception cause, string key, int attempt);

    [LoggerMessage(4, LogLevel.Error, "Notice {Key} is set aside after {Attempts} attempts")]
    public static partial void SetAside(this ILogger logger, string key, int attempts);

    [LoggerMessage(5, LogLevel.Error, "Background work failed and will be tried again")]
    public static partial void BackgroundFailed(this ILogger logger, Exception cause);

    [LoggerMessage(6, LogLevel.Debug, "{Subject} was swept by another host, or changed meanwhile")]
    public static partial void SweptElsewhere(this ILogger logger, SubjectId subject);

    [LoggerMessage(8, LogLevel.Warning, "What follows from {Name} on {Subject} is not done yet; it will be when the notice is delivered")]
    public static partial void FollowsLater(this ILogger logger, Exception cause, string name, SubjectId subject);

    [LoggerMessage(7, LogLevel.Error, "{Subject} was not swept: version {Version} of the regulation {Regulation} is not registered")]
    public static partial void RegulationMissing(this ILogger logger, SubjectId subject, string regulation, int version);

    [LoggerMessage(9, LogLevel.Information, "{By} had a person erased in {Records} records")]
    public static partial void PersonErased(this ILogger logger, PersonId by, int records);
}
