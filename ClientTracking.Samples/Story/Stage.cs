using ClientTracking.Tracking;
using NodaTime;

namespace ClientTracking.Samples.Story;

/// <summary>What time it is and who is acting in the story; the engine asks both as it would ask any host.</summary>
internal sealed class Stage : IClock
{
    public Instant Now { get; set; }

    public Actor Who { get; set; } = Actor.System;

    public Instant GetCurrentInstant() => Now;
}

/// <summary>Tells the engine who is acting.</summary>
internal sealed class StageActor(Stage stage) : IActorProvider
{
    public ValueTask<Actor> GetActorAsync(CancellationToken cancellationToken) => new(stage.Who);
}
