using CsDashboard.Foundation;
using CsDashboard.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Security;

/// <summary>The security of one customer (contract: membership, Security).</summary>
internal static class SecurityEndpoints
{
    public static void MapSecurity(this Api api)
    {
        var security = api.Members("security");
        security.MapGet("/{customerId}/status", Status);
        security.MapGet("/{customerId}/alerts", Alerts);
        security.MapPost("/{customerId}/report", Report);
        security.MapGet("/{customerId}/recommendations", Recommendations);
        security.MapPost("/{customerId}/2fa/enable", Enable);
        security.MapGet("/{customerId}/history", History);
        api.MapGuard();
    }

    private static async Task<Ok<Enveloped<StatusAnswer>>> Status(
        string customerId,
        Actor actor,
        CustomerVerbs customers,
        OwnSecurity security
    )
    {
        var status = await security.Status(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(
            new StatusAnswer(
                customerId,
                status.Risk,
                status.Score,
                status.TwoFactorEnabled,
                status.LastLogin,
                status.Suspicions,
                [.. status.Alerts.Select(a => new AlertLine(a.Id, a.Type, a.Severity, a.Description, a.At))]
            )
        );
    }

    private static async Task<Ok<Enveloped<IEnumerable<AlertAnswer>>>> Alerts(
        string customerId,
        Actor actor,
        CustomerVerbs customers,
        OwnSecurity security
    ) =>
        MemberCalls.Enveloped(
            (await security.AlertsOf(actor, await customers.Whose(actor, customerId))).Select(a => new AlertAnswer(
                a.Id,
                a.Type,
                a.Severity,
                a.Title,
                a.Description,
                a.At,
                a.Resolved,
                a.Action
            ))
        );

    private static async Task<Ok<Enveloped<ReportAnswer>>> Report(
        string customerId,
        SuspicionInput input,
        Actor actor,
        CustomerVerbs customers,
        OwnSecurity security
    ) =>
        MemberCalls.Enveloped(
            new ReportAnswer(
                true,
                SecurityTexts.Of("Api.Reported"),
                await security.Report(actor, input, await customers.Whose(actor, customerId)),
                "pending"
            )
        );

    private static async Task<Ok<Enveloped<IReadOnlyList<Recommendation>>>> Recommendations(
        string customerId,
        Actor actor,
        CustomerVerbs customers,
        OwnSecurity security
    ) => MemberCalls.Enveloped(await security.Recommendations(actor, await customers.Whose(actor, customerId)));

    private static async Task<Ok<Enveloped<SecondFactorAnswer>>> Enable(
        string customerId,
        Actor actor,
        CustomerVerbs customers,
        OwnSecurity security
    )
    {
        var isOn = await security.BeginSecondFactor(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(new SecondFactorAnswer(true, SecurityTexts.Of(isOn ? "Api.FactorOn" : "Api.FactorBegun"), isOn));
    }

    private static async Task<Ok<Enveloped<IEnumerable<HistoryAnswer>>>> History(
        string customerId,
        Actor actor,
        CustomerVerbs customers,
        OwnSecurity security
    ) =>
        MemberCalls.Enveloped(
            (await security.History(actor, await customers.Whose(actor, customerId))).Select(e => new HistoryAnswer(
                e.Id,
                e.Type,
                e.Title,
                e.Description,
                e.Address,
                e.Device,
                e.At,
                e.Status
            ))
        );
}
