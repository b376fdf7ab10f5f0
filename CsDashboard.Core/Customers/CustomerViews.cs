using System.Linq.Expressions;
using CsDashboard.Customers.Trading;

namespace CsDashboard.Customers;

public sealed record CustomerView
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required string UniqueId { get; init; }
    public required long Number { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string? Phone { get; init; }
    public required CustomerStatus Status { get; init; }
    public required string Language { get; init; }
    public required string TimeZone { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public CustomerType Type { get; init; }
    public string MembershipTier { get; init; } = Tiers.Standard;
    public string TagText { get; init; } = "";
    public CustomerFigures Figures { get; init; } = CustomerFigures.None;
}

/// <summary>A customer as one of several to choose from.</summary>
public sealed record CustomerRow(Guid Id, string PublicId, string Name, string Email);

/// <summary>
/// What can be edited of a record, as it stands or stood; the tags as <see cref="TagWords"/> has them. The history and merges keep it as
/// JSON: what older ones lack has a default.
/// </summary>
public sealed record CustomerFacts
{
    public string Name { get; init; } = "";
    public string? OtherName { get; init; }
    public string? Phone { get; init; }
    public string? Company { get; init; }
    public string? Country { get; init; }
    public string Language { get; init; } = "en";
    public string TimeZone { get; init; } = "UTC";
    public string Tags { get; init; } = "";
    public bool Newsletter { get; init; }
    public bool Notifications { get; init; } = true;
    public string? PropFirm { get; init; }
    public string? AccountType { get; init; }
    public decimal AccountSize { get; init; }
    public DateOnly? Birthday { get; init; }
}

/// <summary>The facts with what else of a record files bring in and merges decide on.</summary>
public sealed record CustomerState(CustomerFacts Facts, CustomerType Type, string Tier);

/// <summary>A customer in a list, and as a line of an export.</summary>
public sealed record CustomerEntry
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required string UniqueId { get; init; }
    public required long Number { get; init; }
    public required string? OutsideId { get; init; }
    public required string Email { get; init; }
    public required CustomerFacts Facts { get; init; }
    public required CustomerStatus Status { get; init; }
    public required CustomerType Type { get; init; }
    public required string MembershipTier { get; init; }
    public required string Segment { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required int TotalOrders { get; init; }
    public required decimal TotalOrderValue { get; init; }
    public required DateTimeOffset? LastOrderAt { get; init; }
    public required int TotalComplaints { get; init; }
    public required int OpenComplaints { get; init; }

    /// <summary>Of the order value (ISO 4217); in exports only, where nothing else says it.</summary>
    public string? Currency { get; init; }

    /// <summary>Of the customer's account; in lists only.</summary>
    public Guid? AccountId { get; init; }
    public DateTimeOffset? LastSignInAt { get; init; }

    public string Name => Facts.Name;
    public IReadOnlyList<string> Tags => TagWords.Split(Facts.Tags);
    public string? UserId => OutsideId ?? AccountId?.ToString();
    internal CustomerState State => new(Facts, Type, MembershipTier);

    internal static readonly Expression<Func<Customer, CustomerEntry>> Of = c => new CustomerEntry
    {
        Id = c.Id,
        PublicId = c.PublicId,
        UniqueId = c.UniqueId,
        Number = c.Number,
        OutsideId = c.OutsideId,
        Email = c.Email,
        Facts = new CustomerFacts
        {
            Name = c.Name,
            OtherName = c.OtherName,
            Phone = c.Phone,
            Company = c.Company,
            Country = c.Country,
            Birthday = c.Birthday,
            Language = c.Language,
            TimeZone = c.TimeZone,
            Tags = c.TagText,
            Newsletter = c.Newsletter,
            Notifications = c.Notifications,
            PropFirm = c.PropFirm,
            AccountType = c.AccountType,
            AccountSize = c.AccountSize,
        },
        Status = c.Status,
        Type = c.Type,
        MembershipTier = c.MembershipTier,
        Segment = c.Segment,
        CreatedAt = c.CreatedAt,
        TotalOrders = c.TotalOrders,
        TotalOrderValue = c.TotalOrderValue,
        LastOrderAt = c.LastOrderAt,
        TotalComplaints = c.TotalComplaints,
        OpenComplaints = c.OpenComplaints,
    };
}

/// <summary>The whole record. A customer is shown no tags, no note and not who handled the record.</summary>
public sealed record CustomerDetail
{
    public required Guid Id { get; init; }
    public required string PublicId { get; init; }
    public required string UniqueId { get; init; }
    public required long Number { get; init; }
    public required string? UserId { get; init; }
    public required string Email { get; init; }
    public required CustomerFacts Facts { get; init; }
    public required CustomerStatus Status { get; init; }
    public required CustomerType Type { get; init; }
    public required string MembershipTier { get; init; }

    /// <summary>The tier that the customer asked for and nobody has decided on; staff see it.</summary>
    public required string? WishedTier { get; init; }
    public required string Segment { get; init; }

    /// <summary>Who set the segment by hand; null where the rules did.</summary>
    public required string? SegmentSetBy { get; init; }
    public required CustomerFigures Figures { get; init; }
    public required QuestionnaireView? Questionnaire { get; init; }
    public required RiskPlanView Plan { get; init; }
    public required IReadOnlyList<CustomerNoteView> Notes { get; init; }
    public required CustomerTrail Trail { get; init; }

    public string Name => Facts.Name;
    public IReadOnlyList<string> Tags => TagWords.Split(Facts.Tags);
    public CustomerState State => new(Facts, Type, MembershipTier);

    /// <summary>Beginner and Medium stand in for what a customer never said (contract: enhanced, Customer data sync).</summary>
    public TradingExperience Experience => Questionnaire?.Experience ?? TradingExperience.Beginner;
    public RiskTolerance Tolerance => Questionnaire?.Tolerance ?? RiskTolerance.Medium;
    public RiskAssessment Assessment => RiskAssessment.Of(Tolerance, Experience);
}

/// <summary>Who made and changed the record, and when the customer was here.</summary>
public sealed record CustomerTrail
{
    public required DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset? ModifiedAt { get; init; }
    public required string? ModifiedBy { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset? RemovedAt { get; init; }
    public required string? RemovedBy { get; init; }
    public required bool HasAccount { get; init; }
    public required DateTimeOffset? LastSignInAt { get; init; }
    public required int SignIns { get; init; }
    public required DateTimeOffset? LastSeenAt { get; init; }
}

/// <summary>The company's customers in figures (contract: crm, Statistics).</summary>
public sealed record CustomerAnalytics
{
    public required int Total { get; init; }
    public required IReadOnlyDictionary<CustomerStatus, int> ByStatus { get; init; }
    public required IReadOnlyDictionary<CustomerType, int> ByType { get; init; }
    public required int Orders { get; init; }
    public required decimal OrderValue { get; init; }
    public required int Complaints { get; init; }
    public required int OpenComplaints { get; init; }
    public required int NewThisMonth { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Mean of what a customer bought, over all customers.</summary>
    public decimal AverageOrderValue => Total == 0 ? 0 : decimal.Round(OrderValue / Total, 2);
}
