using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Knowledge;

/// <summary>A help article in up to two languages. Outside the desk only one is shown that is published and not internal.</summary>
public sealed class Article : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>The name in addresses: lower-case letters, digits and hyphens; unique in the company.</summary>
    public required string Slug { get; init; }
    public required string Category { get; set; }
    public bool IsPublished { get; private set; }

    /// <summary>For staff alone, published or not.</summary>
    public bool IsInternal { get; set; }
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>When a draft is published by itself.</summary>
    public DateTimeOffset? PublishAt { get; set; }

    /// <summary>When it is archived by itself.</summary>
    public DateTimeOffset? ArchiveAt { get; set; }

    /// <summary>Who is told when it is to be looked through; without one the admins.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>The day on which somebody is to check that it is still right, in the company's zone.</summary>
    public DateOnly? VerifyBy { get; private set; }

    /// <summary>That day has come, and its owner was told.</summary>
    public bool IsDue { get; private set; }
    public List<ArticleText> Texts { get; init; } = [];
    public int Helpful { get; set; }
    public int NotHelpful { get; set; }

    /// <summary>How often "this solved it" closed a ticket form.</summary>
    public int Solved { get; set; }

    /// <summary>How often it was opened.</summary>
    public int Views { get; set; }

    /// <summary>Its place among the questions that are asked often; null when it is none of them (<see cref="Faq"/>).</summary>
    public int? FaqPlace { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public ArticleStage Stage =>
        IsPublished ? ArticleStage.Published
        : ArchivedAt is null ? ArticleStage.Draft
        : ArticleStage.Archived;

    /// <summary>Everybody may read it.</summary>
    public bool IsPublic => IsPublished && !IsInternal;

    /// <summary>Whoever changes it changes what people read, now or when its time comes.</summary>
    public bool NeedsPublisher => IsPublished || PublishAt is not null;

    /// <summary>The text in a language, else in the other one.</summary>
    public ArticleText TextFor(string language) => Texts.FirstOrDefault(t => t.Language == language) ?? Texts[0];

    /// <summary>From now on, whatever was planned for that.</summary>
    public void Publish() => (IsPublished, ArchivedAt, PublishAt) = (true, null, null);

    /// <summary>Back to a draft, from wherever it was.</summary>
    public void Withdraw() => (IsPublished, ArchivedAt, ArchiveAt) = (false, null, null);

    public void Archive(DateTimeOffset now) => (IsPublished, ArchivedAt, PublishAt, ArchiveAt) = (false, now, null, null);

    /// <summary>The next day on which it is to be checked; none for never.</summary>
    public void Verify(DateOnly? next)
    {
        if (VerifyBy != next)
            (VerifyBy, IsDue) = (next, false);
    }

    public void FallDue() => IsDue = true;

    /// <summary>Each change is later than the one before, whatever the clock says, since the time identifies the version.</summary>
    public void Changed(DateTimeOffset now) => UpdatedAt = now > UpdatedAt ? now : UpdatedAt.AddMilliseconds(1);
}
