using CsDashboard.Foundation.Storage;

namespace CsDashboard.Images;

/// <summary>That something shows a picture, or keeps it for later. A picture that has none left goes.</summary>
public sealed class PictureUse : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }
    public Guid PictureId { get; init; }
    public PictureFor For { get; init; }

    /// <summary>The article, product, user or company that shows it.</summary>
    public Guid SubjectId { get; init; }

    /// <summary>Where it stands among the pictures of the same subject.</summary>
    public int Place { get; set; }

    /// <summary>Everybody may see the subject now.</summary>
    public bool IsPublic { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
}
