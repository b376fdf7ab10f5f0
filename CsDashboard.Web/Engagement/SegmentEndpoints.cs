using CsDashboard.Accounts;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Segments;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Engagement;

/// <summary>The membership calls about segments.</summary>
internal static class SegmentEndpoints
{
    public static void MapSegments(this Api api)
    {
        var (own, staff) = (api.Members("segmentation"), api.MembersByStaff("segmentation"));
        own.MapGet("/{customerId}", Of)
            .WithName("segmentOfCustomer")
            .WithSummary("Where a customer belongs, why, and what it brings")
            .ProducesProblem(404);
        staff.MapGet("/all/segments", All).WithName("listSegments").WithSummary("The five segments with their members counted");
        staff
            .MapGet("/{segment}/stats", Stats)
            .WithName("statsOfSegment")
            .WithSummary("Members of all segments, and how the one that is asked for buys")
            .ProducesProblem(400);
        staff
            .MapPut("/{customerId}/update", Set)
            .WithName("setSegmentOfCustomer")
            .WithSummary("Sets a customer's segment by hand")
            .ProducesProblem(400)
            .ProducesProblem(404);
        api.Anyone.MapGroup("/customer-id/segmentation")
            .WithTags("segmentation")
            .MapGet("/{segment}/benefits", Benefits)
            .WithName("benefitsOfSegment")
            .WithSummary("What a segment brings; nothing for an unknown word");
    }

    private static async Task<Ok<Enveloped<SegmentAnswer>>> Of(Actor actor, CustomerVerbs customers, Segments segments, string customerId)
    {
        var s = await segments.Of(actor, await customers.Whose(actor, customerId));
        return MemberCalls.Enveloped(
            new SegmentAnswer(s.Segment, Segments.NameOf(s.Segment), s.Criteria, s.Benefits, s.Discount, s.JoinDate, s.Score, s.Since)
        );
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<SegmentItem>>>> All(Actor actor, Segments segments) =>
        MemberCalls.Enveloped<IReadOnlyList<SegmentItem>>([
            .. (await segments.All(actor)).Select(s => new SegmentItem(
                s.Segment,
                s.Name,
                SegmentLook.Icon(s.Segment),
                s.Description,
                s.Criteria,
                s.Benefits,
                s.Members,
                s.Discount
            )),
        ]);

    private static async Task<Ok<Enveloped<SegmentStatsAnswer>>> Stats(Actor actor, Segments segments, string segment)
    {
        var word = CsDashboard.Customers.SegmentNames.Read("segment", segment);
        var all = await segments.All(actor);
        var (total, one) = (all.Sum(s => s.Members), all.Single(s => s.Segment == word));
        return MemberCalls.Enveloped(
            new SegmentStatsAnswer(
                all.Count,
                total,
                [
                    .. all.Select(s => new SegmentShare(
                        s.Name,
                        s.Segment,
                        s.Members,
                        total == 0 ? 0 : (int)decimal.Round(100m * s.Members / total)
                    )),
                ],
                word,
                one.Members,
                one.Members == 0 ? 0 : decimal.Round(one.Spent / one.Members, 2),
                one.Members == 0 ? 0 : decimal.Round(100m * one.Active / one.Members, 1)
            )
        );
    }

    private static async Task<Ok<Enveloped<SegmentSetAnswer>>> Set(
        Actor actor,
        CustomerVerbs customers,
        Segments segments,
        string customerId,
        SegmentBody input
    )
    {
        var id = await customers.Whose(actor, customerId);
        var s = await segments.Set(actor, id, input.Segment);
        return MemberCalls.Enveloped(new SegmentSetAnswer(customerId, s.Segment, s.Benefits, s.Discount));
    }

    private static async Task<Ok<Enveloped<IReadOnlyList<string>>>> Benefits(
        HttpContext http,
        Segments segments,
        Tenants tenants,
        string segment
    ) => MemberCalls.Enveloped(await segments.Benefits(await MemberCalls.AnyActor(http, tenants), segment));
}
