using ClientTracking.Samples.Printing;
using ClientTracking.Subjects;
using ClientTracking.Time;
using ClientTracking.Tracking;

namespace ClientTracking.Samples.Story;

/// <summary>What a host would send as messages: here every notice becomes a line of a file beside the database.</summary>
internal sealed class NoticeLog(StoryFiles files) : INoticeHandler
{
    public async Task HandleAsync(Notice notice, CancellationToken cancellationToken)
    {
        string?[] cells =
        [
            Figures.Instant(notice.At, WorkCalendars.China.Zone), notice.Number, notice.Name, notice.Rule?.Value,
            notice.Person?.Value ?? notice.Role?.Value, notice.Due is { } due ? Figures.Instant(due, WorkCalendars.China.Zone) : null,
        ];
        await File.AppendAllTextAsync(files.Notices, string.Join(' ', cells.OfType<string>()) + '\n', cancellationToken);
    }

    /// <summary>How many notices the host has received so far.</summary>
    public static int Count(StoryFiles files) => File.Exists(files.Notices) ? File.ReadLines(files.Notices).Count() : 0;
}
