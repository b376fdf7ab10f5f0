using System.Collections.Concurrent;
using CsDashboard.Customers;
using CsDashboard.Desk;
using CsDashboard.Desk.Complaints;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Outgoing;
using CsDashboard.Marketplace;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Customers;

/// <summary>
/// contract: crm, Outside services: tried again, and degraded gracefully; against services on a real port that are slow, wrong or gone.
/// </summary>
public sealed class OutsideServicesTests : IAsyncLifetime
{
    private const string Orders = """
        {"success":true,"data":{"summary":{"totalOrders":7,"totalOrderValue":812.50,"averageOrderValue":135.42,"lastOrderDate":"2026-02-11T08:30:00Z"},"statusBreakdown":{"Delivered":5,"Shipped":1,"Cancelled":1},
        "recentOrders":[{"orderId":"S-77","orderDate":"2026-02-11T08:30:00Z","orderStatus":"Shipped","totalAmount":120.5,"itemCount":3,"deliveryAddress":{"city":"Riyadh","state":null,"country":"SA"},"items":[{"name":"Lamp"}]},
        {"orderId":"S-70","orderDate":"2026-01-11T08:30:00Z","orderStatus":"Return Requested","totalAmount":20,"itemCount":1,"deliveryAddress":null}]}}
        """;
    private const string Complaints = """
        {"summary":{"totalComplaints":3,"openComplaints":1,"resolvedComplaints":2,"lastComplaintDate":"2026-02-12T08:30:00Z"},"statusBreakdown":{"Open":1,"Closed":2},
        "recentComplaints":[{"complaintId":"C-9","orderId":"S-77","category":"Delivery Issue","subject":"Broken on arrival","status":"Open","priority":"High","createdAt":"2026-02-12T08:30:00Z","resolvedAt":null}]}
        """;

    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private readonly ConcurrentQueue<string> asked = new();
    private LocalServer server = null!;
    private House house = null!;

    private Guid Sara => house.Sara.CustomerId!.Value;

    public async ValueTask InitializeAsync()
    {
        server = await LocalServer.Start(async http =>
        {
            asked.Enqueue($"{http.Request.Path}{http.Request.QueryString} {http.Request.Headers["X-Service-API-Key"]}");
            await (
                answers.Count > 1 && answers.TryDequeue(out var next) ? next
                : answers.TryPeek(out var last) ? last
                : Text("{}")
            )(http);
        });
        house = await House.On(
            DatabaseKind.Sqlite,
            services =>
            {
                services.Configure<Settings>(s =>
                {
                    s.Orders = new ServiceSettings { Url = server.Url + "/of/{customer}/orders?v=1", Key = "key-of-the-shop" };
                    s.Complaints = new ServiceSettings { Url = server.Url + "/of/{customer}/complaints" };
                });
                services.AddSingleton(
                    new ServicePatience(
                        TimeSpan.FromMilliseconds(400),
                        TimeSpan.FromSeconds(2),
                        TimeSpan.FromMilliseconds(5),
                        2,
                        TimeSpan.FromSeconds(1)
                    )
                );
            }
        );
        var service = house.Karim with { Role = Role.Service, UserId = null, Name = "Service" };
        await house
            .Get<CsDashboard.Customers.CustomerRecords>()
            .SetFigures(
                service,
                Sara,
                new FiguresInput
                {
                    TotalOrders = 6,
                    TotalOrderValue = 600,
                    TotalComplaints = 2,
                    OpenComplaints = 1,
                }
            );
    }

    [Fact]
    public async Task Orders_and_complaints_are_read_from_the_services_of_the_company()
    {
        answers.Enqueue(Text(Orders));
        var orders = await Read(word: "return_requested", limit: 5);
        asked
            .ShouldHaveSingleItem()
            .ShouldBe($"/of/{house.Sara.UserId}/orders?v=1&limit=5&page=1&status=Return%20Requested key-of-the-shop");
        (orders.IsDegraded, orders.Summary.Total, orders.Summary.Value, orders.Summary.Mean, orders.Summary.ByWord["Delivered"]).ShouldBe(
            (false, 7, 812.50m, 135.42m, 5)
        );
        var first = orders.Newest[0];
        (first.Number, first.Word, first.Total, first.Items, first.City, first.PlacedAt).ShouldBe(
            ("S-77", "Shipped", 120.5m, 3, "Riyadh", new DateTimeOffset(2026, 2, 11, 8, 30, 0, TimeSpan.Zero))
        );
        orders.Newest[1].Word.ShouldBe("Return Requested");

        answers.Clear();
        answers.Enqueue(Text(Complaints));
        var complaints = await house.Get<ICustomerComplaints>().Of(house.Karim, Sara);
        (
            complaints.IsDegraded,
            complaints.Total,
            complaints.Open,
            complaints.Newest.Single().Subject,
            complaints.Newest[0].TicketId
        ).ShouldBe((false, 3, 1, "Broken on arrival", null));
    }

    [Fact]
    public async Task A_service_that_fails_for_a_moment_is_asked_again()
    {
        answers.Enqueue(Status(503));
        answers.Enqueue(http => Task.Delay(5_000, http.RequestAborted));
        answers.Enqueue(Text(Orders));
        (await Read()).IsDegraded.ShouldBeFalse();
        asked.Count.ShouldBe(3);
    }

    public static TheoryData<string> Faults => ["slow", "busy", "half", "nonsense", "another shape", "forbidden", "redirect", "gone"];

    // The degraded answer of the contract: the figures of the record, no order, and it is said.
    [Theory, MemberData(nameof(Faults))]
    public async Task A_service_that_is_slow_wrong_or_gone_leaves_the_figures_of_the_record(string fault)
    {
        if (fault == "gone")
            await server.DisposeAsync();
        answers.Enqueue(
            fault switch
            {
                "slow" => http => Task.Delay(5_000, http.RequestAborted),
                "busy" => Status(503),
                "half" => async http =>
                {
                    http.Response.ContentLength = 5_000;
                    await http.Response.WriteAsync(Orders[..100]);
                    await http.Response.Body.FlushAsync();
                    http.Abort();
                },
                "nonsense" => Text("<html>We are moving</html>"),
                "another shape" => Text("""{"data":{"summary":{"totalOrders":"many"},"recentOrders":7}}"""),
                "redirect" => http =>
                {
                    http.Response.Redirect("/elsewhere");
                    return Task.CompletedTask;
                },
                _ => Status(403),
            }
        );
        var orders = await Read();
        (orders.IsDegraded, orders.Summary.Total, orders.Summary.Value, orders.Summary.Mean, orders.Newest.Count).ShouldBe(
            (true, 6, 600m, 100m, 0),
            fault
        );
        house.Log.Lines.ShouldContain(line => line.Text.Contains("The order service cannot be had", StringComparison.Ordinal));
        // A fault that will not pass is not retried.
        asked.Count.ShouldBe(
            fault switch
            {
                "gone" => 0,
                "forbidden" or "redirect" => 1,
                _ => 3,
            }
        );
        var complaints = await house.Get<ICustomerComplaints>().Of(house.Karim, Sara);
        (complaints.IsDegraded, complaints.Total, complaints.Open).ShouldBe((true, 2, 1));
    }

    [Fact]
    public async Task A_service_that_keeps_failing_is_let_alone_and_tried_again_later()
    {
        answers.Enqueue(Status(500));
        for (var i = 0; i < 6; i++)
            (await Read()).IsDegraded.ShouldBeTrue();
        asked.Count.ShouldBeInRange(4, 6, "The circuit did not break.");
        answers.Clear();
        answers.Enqueue(Text(Orders));
        (await Read()).IsDegraded.ShouldBeTrue("It rests.");
        await Task.Delay(1_200);
        (await Read()).IsDegraded.ShouldBeFalse();
    }

    // contract: crm, Deleting: refused with active orders or open complaints; where that can't be known, nothing is deleted.
    [Fact]
    public async Task A_customer_is_not_deleted_while_a_service_holds_them_or_is_silent()
    {
        var customers = house.Get<CsDashboard.Customers.CustomerRecords>();
        answers.Enqueue(Status(500));
        (await Should.ThrowAsync<Refusal>(() => customers.Remove(house.Amina, Sara))).Kind.ShouldBe(RefusalKind.Unavailable);
        answers.Clear();
        answers.Enqueue(http => Text(http.Request.Path.Value!.EndsWith("orders", StringComparison.Ordinal) ? Orders : Complaints)(http));
        (await Should.ThrowAsync<Refusal>(() => customers.Remove(house.Amina, Sara))).Code.ShouldBe("delete_refused");
        (await house.Get<CustomerLists>().Get(house.Karim, Sara)).Status.ShouldBe(CustomerStatus.Active);
    }

    [Fact]
    public async Task Others_orders_and_unknown_words_are_refused_before_anybody_is_asked()
    {
        (await Should.ThrowAsync<Refusal>(() => house.Get<ICustomerOrders>().Of(house.David, Sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => house.Get<ICustomerOrders>().Of(house.Olga, Sara))).Kind.ShouldBe(RefusalKind.NotFound);
        (await Should.ThrowAsync<Refusal>(() => Read(word: "lost"))).Fields[0].Field.ShouldBe("status");
        (await Should.ThrowAsync<Refusal>(() => house.Get<ICustomerComplaints>().Of(house.Sara, Sara))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        (await Should.ThrowAsync<Refusal>(() => house.Get<ICustomerComplaints>().Of(house.Karim, Sara, 0)))
            .Fields[0]
            .Field.ShouldBe("limit");
        asked.ShouldBeEmpty();
    }

    private Task<CustomerOrders> Read(string? word = null, int limit = 10) =>
        house.Get<ICustomerOrders>().Of(house.Karim, Sara, limit, 1, word);

    private static Func<HttpContext, Task> Text(string text) => http => http.Response.WriteAsync(text);

    private static Func<HttpContext, Task> Status(int status) =>
        http =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await house.DisposeAsync();
    }
}
