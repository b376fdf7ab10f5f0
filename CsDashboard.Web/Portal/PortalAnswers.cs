using CsDashboard.Accounts;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Notifications;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Portal;

public sealed record MyStats(int TotalTickets, int OpenTickets, int ResolvedTickets);

/// <summary>The portal's flat form and the CRM's data in one body (contract C2).</summary>
public sealed record MeAnswer
{
    public required bool Success { get; init; }
    public required string Message { get; init; }
    public required string Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string? Phone { get; init; }
    public required string Status { get; init; }
    public required string CompanyName { get; init; }
    public required MyStats Stats { get; init; }
    public required CustomerAnswer Data { get; init; }
}

public sealed record NotificationAnswer
{
    public required Guid Id { get; init; }
    public required Guid TenantId { get; init; }
    public required string? CustomerId { get; init; }
    public required Guid? UserId { get; init; }
    public required string Type { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Content { get; init; }
    public required string? Link { get; init; }
    public required bool Sent { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required bool Read { get; init; }
}

public sealed record HelpArticle(Guid Id, string Slug, string Title, string Content, string Category, string Language);

public sealed record HelpAnswer(IReadOnlyList<HelpArticle> Articles, string Query);
