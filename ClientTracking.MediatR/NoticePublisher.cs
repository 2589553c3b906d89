using ClientTracking.Subjects;
using ClientTracking.Tracking;
using MediatR;

namespace ClientTracking.MediatR;

/// <summary>Publishes every notice through the mediator of the delivery's own scope.</summary>
internal sealed class NoticePublisher(IMediator mediator) : INoticeHandler
{
    public Task HandleAsync(Notice notice, CancellationToken cancellationToken) =>
        mediator.Publish(new NoticeReceived(notice), cancellationToken);
}
