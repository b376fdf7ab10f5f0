using CsDashboard.Foundation;
using CsDashboard.Images;

namespace CsDashboard.Web.Images;

/// <summary>A picture as programs get it.</summary>
public sealed record ImageAnswer
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Of the original as it is kept.</summary>
    public required string Type { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Size { get; init; }

    /// <summary>Of the uploaded bytes.</summary>
    public string? Sha256 { get; init; }
    public string? Md5 { get; init; }

    /// <summary>How often it is used; with the last use it goes.</summary>
    public required int Uses { get; init; }
    public required ImageAlt Alt { get; init; }

    /// <summary>Where it lies: thumbnail, small, medium, large, page and badge for anybody, original for staff.</summary>
    public required IReadOnlyDictionary<string, string> Urls { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public static ImageAnswer Of(PictureView picture, Actor actor, PictureAddresses addresses) =>
        new()
        {
            Id = picture.Id,
            Name = picture.Name,
            Type = picture.Kind.ContentType,
            Width = picture.Width,
            Height = picture.Height,
            Size = picture.Size,
            Sha256 = picture.Sha256,
            Md5 = picture.Md5,
            Uses = picture.Uses.Count,
            Alt = new(picture.AltEn, picture.AltAr),
            Urls = Enum.GetValues<Preset>()
                .Select(preset => KeyValuePair.Create(Word.Of(preset), addresses.Of(actor.TenantId, picture.Id, preset)))
                .Append(KeyValuePair.Create("original", $"/api/images/{picture.Id}/original"))
                .ToDictionary(),
            CreatedAt = picture.CreatedAt,
        };
}

/// <summary>What is seen on it.</summary>
public sealed record ImageAlt(string? En, string? Ar);

/// <summary>What became of a batch: those that were kept, and those that were not, by their names.</summary>
public sealed record ImageBatchAnswer(IReadOnlyList<ImageAnswer> Images, IReadOnlyList<ImageFault> Failed);

public sealed record ImageFault(string Name, string Code, string Message);

/// <summary>After one use was given back.</summary>
public sealed record ImageGone(bool Deleted, int Uses);
