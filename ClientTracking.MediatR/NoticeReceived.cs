using ClientTracking.Subjects;
using MediatR;

namespace ClientTracking.MediatR;

/// <summary>A notice of the engine as the mediator publishes it; handle it with an <see cref="INotificationHandler{TNotification}"/>.</summary>
/// <remarks>
/// Published at least once. When one handler throws, the notice was not delivered and all handlers get it again later;
/// <see cref="ClientTracking.Subjects.Notice.Key"/> tells the repetition.
/// </remarks>
public sealed record NoticeReceived : INotification
{
    /// <summary>Wraps a notice.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="notice"/> is null.</exception>
    public NoticeReceived(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        Notice = notice;
    }

    /// <summary>The notice.</summary>
    public Notice Notice { get; }
}
