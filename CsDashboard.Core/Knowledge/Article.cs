using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CsDashboard.Knowledge;

/// <summary>A help article in up to two languages. Only a published one is shown outside the desk.</summary>
public sealed class Article : ITenantOwned
{
    public Guid Id { get; private init; } = Ids.New();
    public Guid TenantId { get; set; }

    /// <summary>The name in addresses: lower-case letters, digits and hyphens; unique in the company.</summary>
    public required string Slug { get; init; }
    public required string Category { get; set; }
    public bool IsPublished { get; set; }
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
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The text in a language, else in the other one.</summary>
    public ArticleText TextFor(string language) => Texts.FirstOrDefault(t => t.Language == language) ?? Texts[0];
}
