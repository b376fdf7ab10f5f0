using System.Globalization;
using System.Text.Json;
using CsDashboard.Customers;
using CsDashboard.Foundation.Outgoing;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CsDashboard.Desk.Complaints;

/// <summary>
/// The company's own complaint service, asked for the customer's userId. It answers as our own call does (GET
/// /api/customers/{id}/complaints): {summary{totalComplaints, openComplaints, lastComplaintDate}, statusBreakdown,
/// recentComplaints[{complaintId, orderId, category, subject, status, priority, createdAt, resolvedAt}]}.
/// </summary>
public sealed class OutsideComplaints(
    Store store,
    IOptions<Settings> settings,
    IHttpClientFactory clients,
    ILogger<OutsideComplaints> log,
    ServicePatience patience
) : ICustomerComplaints, IHoldCustomer
{
    private readonly OutsideService service = new("complaint", settings.Value.Complaints, clients, log, patience);

    public bool IsUsed => service.IsUsed;
    public bool IsDistant => true;

    public async Task<CustomerComplaints> Of(Actor actor, Guid customerId, int limit = 10, string? word = null)
    {
        actor.Demand(DeskRights.Answer);
        ListPart.DemandLimit(limit);
        var wanted = ComplaintWords.Read(word);
        var (name, figures) = await Customers.CustomerRecords.NameOutside(store, actor, customerId);
        return await service.Ask(name, [("limit", limit.ToString(CultureInfo.InvariantCulture)), ("status", wanted)], Read)
            ?? new(
                figures.TotalComplaints,
                figures.OpenComplaints,
                figures.LastComplaintAt,
                new Dictionary<string, int>(),
                [],
                IsDegraded: true
            );
    }

    public Task<string?> Why(AppDb db, Guid customerId) => Task.FromResult<string?>(null);

    public async Task<string?> WhyOutside(Actor actor, Guid customerId)
    {
        if (!IsUsed)
            return null;
        var (name, _) = await Customers.CustomerRecords.NameOutside(store, actor, customerId);
        var answer = await service.Ask(name, [("limit", "1")], Read) ?? throw Refusal.Unavailable(Words.Of("Complaints_Gone"));
        return answer.Open == 0 ? null : Words.Of("Customer_OpenComplaints", answer.Open);
    }

    private static CustomerComplaints Read(JsonElement data)
    {
        var summary = data.GetProperty("summary");
        return new(
            summary.GetProperty("totalComplaints").GetInt32(),
            summary.GetProperty("openComplaints").GetInt32(),
            OutsideService.Time(summary, "lastComplaintDate"),
            data.TryGetProperty("statusBreakdown", out var by)
                ? by.EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetInt32())
                : [],
            [
                .. data.GetProperty("recentComplaints")
                    .EnumerateArray()
                    .Take(100)
                    .Select(c => new Complaint
                    {
                        Number = OutsideService.Text(c, "complaintId") ?? throw new JsonException("A complaint has no complaintId."),
                        TicketId = null,
                        OrderId = OutsideService.Text(c, "orderId"),
                        Category = OutsideService.Text(c, "category") ?? "Other",
                        Subject = OutsideService.Text(c, "subject") ?? "",
                        Status = OutsideService.Text(c, "status") ?? "Open",
                        Priority = OutsideService.Text(c, "priority") ?? "Medium",
                        CreatedAt = OutsideService.Time(c, "createdAt") ?? throw new JsonException("A complaint has no createdAt."),
                        ResolvedAt = OutsideService.Time(c, "resolvedAt"),
                    }),
            ]
        );
    }
}
