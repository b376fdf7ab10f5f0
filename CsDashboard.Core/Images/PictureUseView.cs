namespace CsDashboard.Images;

/// <summary>What shows a picture, or keeps it.</summary>
public sealed record PictureUseView(PictureFor For, Guid SubjectId);
