using CsDashboard.Foundation;
using CsDashboard.Notifications;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Notifications;

/// <summary>Text messages through a gateway on a real port (contract: market, Notifications).</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private LocalServer server = null!;
    private int status = 201;
    private readonly List<string> taken = [];

    public async ValueTask InitializeAsync()
    {
        server = await LocalServer.Start(async http =>
        {
            var form = await http.Request.ReadFormAsync();
            taken.Add($"{http.Request.Headers.Authorization} {form["From"]} {form["To"]} {form["Body"]}");
            http.Response.StatusCode = status;
        });
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_and_refusals_are_told_from_faults_that_pass()
    {
        await using var house = await House.On(
            DatabaseKind.Sqlite,
            s =>
                s.Configure<Settings>(x =>
                    x.Sms = new SmsSettings
                    {
                        Url = server.Url + "/Messages",
                        User = "AC1",
                        Password = "secret",
                        From = "+1555",
                    }
                )
        );
        var texter = house.Get<ITexter>().ShouldBeOfType<GatewayTexter>();
        var message = new TextMessage(Guid.NewGuid(), "+966500000001", "مرحبا & welcome");
        await texter.Send(message, default);
        taken.ShouldBe(["Basic QUMxOnNlY3JldA== +1555 +966500000001 مرحبا & welcome"]);
        status = 400;
        await Should.ThrowAsync<DeliveryRefused>(() => texter.Send(message, default));
        foreach (var passing in new[] { 429, 500, 503 })
        {
            status = passing;
            await Should.ThrowAsync<HttpRequestException>(() => texter.Send(message, default));
        }
    }
}
