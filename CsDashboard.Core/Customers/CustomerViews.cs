namespace CsDashboard.Customers;

public sealed record CustomerView(
    Guid Id, string PublicId, string UniqueId, long Number, string Name, string Email, string? Phone, CustomerStatus Status,
    string Language, string TimeZone, DateTimeOffset CreatedAt)
{
    public CustomerType Type { get; init; }
    public string MembershipTier { get; init; } = Tiers.Standard;
    public string TagText { get; init; } = "";
    public CustomerFigures Figures { get; init; } = CustomerFigures.None;
}

/// <summary>A customer as one of several to choose from.</summary>
public sealed record CustomerRow(Guid Id, string PublicId, string Name, string Email);

/// <summary>A customer in a list.</summary>
public sealed record CustomerEntry(
    Guid Id, string PublicId, string UniqueId, long Number, string? OutsideId, Guid? AccountId, string Name, string? OtherName, string Email, string? Phone, CustomerStatus Status, CustomerType Type,
    string MembershipTier, string TagText, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, int TotalOrders, decimal TotalOrderValue, DateTimeOffset? LastOrderAt, int TotalComplaints, int OpenComplaints)
{
    public string? Company { get; init; }
    public string? Country { get; init; }
    public string Language { get; init; } = "en";
    public string Segment { get; init; } = SegmentNames.Occasional;
    public string? UserId => OutsideId ?? AccountId?.ToString();
}

/// <summary>A customer as a line of an export; the currency is that of the order value.</summary>
public sealed record CustomerExportRow(
    Guid Id, string PublicId, string UniqueId, long Number, string? OutsideId, string Name, string? OtherName, string Email, string? Phone, string? Company, string? Country, string Language, string TimeZone,
    CustomerStatus Status, CustomerType Type, string MembershipTier, string TagText, DateTimeOffset CreatedAt, int TotalOrders, decimal TotalOrderValue, string Currency, DateTimeOffset? LastOrderAt, int TotalComplaints, int OpenComplaints);

/// <summary>The whole record. A customer is shown no note and not who handled the record.</summary>
public sealed record CustomerDetail(
    Guid Id, string PublicId, string UniqueId, long Number, string? UserId, string Name, string? OtherName, string Email, string? Phone, string? Company, string? Country, string Language, string TimeZone,
    CustomerStatus Status, CustomerType Type, string MembershipTier, IReadOnlyList<string> Tags, bool Newsletter, bool Notifications, string? PropFirm, string? AccountType, decimal AccountSize,
    CustomerFigures Figures, QuestionnaireView? Questionnaire, RiskPlanView Plan, IReadOnlyList<CustomerNoteView> Notes, CustomerTrail Trail)
{
    public DateOnly? Birthday { get; init; }
    public string Segment { get; init; } = SegmentNames.Occasional;
    /// <summary>Who set the segment by hand; null where the rules did.</summary>
    public string? SegmentSetBy { get; init; }
    /// <summary>The tier that the customer asked for and nobody has decided on; staff see it.</summary>
    public string? WishedTier { get; init; }

    /// <summary>What the contract has no customer's own say on stands in as Beginner and Medium (rules.md 000).</summary>
    public TradingExperience Experience => Questionnaire?.Experience ?? TradingExperience.Beginner;
    public RiskTolerance Tolerance => Questionnaire?.Tolerance ?? RiskTolerance.Medium;
    public RiskAssessment Assessment => RiskAssessment.Of(Tolerance, Experience);
}

/// <summary>Who made and changed the record, and when the customer was here.</summary>
public sealed record CustomerTrail(
    DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ModifiedAt, string? ModifiedBy, int Version, DateTimeOffset? RemovedAt, string? RemovedBy,
    bool HasAccount, DateTimeOffset? LastSignInAt, int SignIns, DateTimeOffset? LastSeenAt);

/// <summary>The company's customers in figures (rules.md 004, analytics).</summary>
public sealed record CustomerAnalytics(
    int Total, IReadOnlyDictionary<CustomerStatus, int> ByStatus, IReadOnlyDictionary<CustomerType, int> ByType, int Orders, decimal OrderValue, int Complaints, int OpenComplaints, int NewThisMonth, DateTimeOffset At)
{
    /// <summary>Mean of what a customer bought, over all customers.</summary>
    public decimal AverageOrderValue => Total == 0 ? 0 : decimal.Round(OrderValue / Total, 2);
}
