#pragma warning disable IDE0130 // Where hosts have AddClientTracking from.
using ClientTracking.DependencyInjection;
using ClientTracking.MediatR;
using MediatR;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Joins the engine to the host's MediatR.</summary>
public static class MediatRBuilderExtensions
{
    /// <summary>Lets every command and query go through the host's <see cref="IMediator"/> and publishes every notice there.</summary>
    /// <remarks>
    /// The host registers <see cref="IMediator"/> itself, in the way of its own MediatR version. The one handler added is an open generic,
    /// so it needs no assembly scanning; a handler the host registers for a request of its own is always preferred to it.
    /// A host with an open generic <see cref="IRequestHandler{TRequest, TResponse}"/> of its own cannot have both in the built-in container,
    /// which asks only the last of them.
    /// </remarks>
    /// <returns>The same builder.</returns>
    public static ClientTrackingBuilder UseMediatR(this ClientTrackingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Transient(typeof(IRequestHandler<,>), typeof(TrackedRequestHandler<,>)));
        return builder.AddNoticeHandler<NoticePublisher>();
    }
}
