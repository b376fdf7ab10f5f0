using CsDashboard.Foundation.Events;

namespace CsDashboard.Images;

public sealed record PictureAdded(Guid PictureId, string Name, int Width, int Height) : IEvent
{
    public Subject About => new("picture", PictureId);
    public (string, object?[]) Sentence => ("Event_PictureAdded", [Name]);
}

public sealed record PictureRemoved(Guid PictureId, string Name) : IEvent
{
    public Subject About => new("picture", PictureId);
    public (string, object?[]) Sentence => ("Event_PictureRemoved", [Name]);
}

public sealed record PictureDescribed(Guid PictureId, string Name, PictureWords From, PictureWords To) : IEvent
{
    public Subject About => new("picture", PictureId);
    public (string, object?[]) Sentence => ("Event_PictureDescribed", [Name]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>What is seen on a picture.</summary>
public sealed record PictureWords(string? English, string? Arabic);
