using System.Net;
using System.Text.Json;
using CsDashboard.Tests.Desk;

namespace CsDashboard.Tests.Customers;

/// <summary>POST /api/auth/register: always a customer, of the company that visitors belong to (contract C2, C23, C25).</summary>
public sealed class RegisterEndpointTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(
        "{\"fullName\":\"Nadia Aziz\",\"email\":\"nadia@example.org\",\"password\":\"a long enough one\",\"contactNumber\":\"+966500000000\",\"role\":\"Administrator\"}",
        "nadia@example.org"
    )]
    [InlineData(
        "{\"name\":\"Nadia Aziz\",\"email\":\" Nadia.Two@example.org \",\"password\":\"a long enough one\",\"phone\":\"+966500000000\",\"role\":\"admin\",\"tenantId\":\"x\"}",
        "Nadia.Two@example.org"
    )]
    public async Task Somebody_registers_as_a_customer_whatever_role_they_name(string body, string email)
    {
        using var response = await app.Anonymous.Post("api/auth/register", body);
        await response.ShouldBe(HttpStatusCode.Created);
        var answer = await response.Json();
        answer.GetProperty("success").GetBoolean().ShouldBeTrue();
        var (user, data) = (answer.GetProperty("user"), answer.GetProperty("data"));
        (user.Text("role"), user.Text("email"), user.Text("name"), user.Text("tenantId")).ShouldBe(
            ("customer", email, "Nadia Aziz", app.Nour.ToString())
        );
        (
            data.GetProperty("user").Text("role"),
            data.GetProperty("user").Text("fullName"),
            data.GetProperty("user").Text("contactNumber")
        ).ShouldBe(("Customer", "Nadia Aziz", "+966500000000"));
        data.Text("accessToken").ShouldBe(answer.Text("token"));
        answer.Text("refreshToken").ShouldNotBeEmpty();

        var client = app.Anonymous;
        client.DefaultRequestHeaders.Authorization = new("Bearer", answer.Text("token"));
        var me = await client.Get("api/customers/me");
        (me.Text("id"), me.Text("phone"), me.Text("tenantId")).ShouldBe((user.Text("customerId"), "+966500000000", app.Nour.ToString()));
        using var staff = await client.GetAsync("api/tickets");
        await staff.ShouldBeProblem(403);
    }

    [Theory]
    [InlineData("{\"name\":\"N\",\"email\":\"n1@example.org\",\"password\":\"a long enough one\"}", 400, "name")]
    [InlineData("{\"name\":\"Nadia\",\"email\":\"no address\",\"password\":\"a long enough one\"}", 400, "email")]
    [InlineData("{\"name\":\"Nadia\",\"email\":\"a@b@c\",\"password\":\"a long enough one\"}", 400, "email")]
    [InlineData("{\"name\":\"Nadia\",\"email\":\"n2@example.org\",\"password\":\"short\"}", 400, "password")]
    [InlineData("{\"name\":\"Nadia\",\"email\":\"n3@example.org\",\"password\":\"password123\"}", 400, "password")]
    [InlineData("{\"name\":\"Na\\u0000dia\",\"email\":\"n4@example.org\",\"password\":\"a long enough one\"}", 400, "name")]
    [InlineData("{\"name\":\"Nadia\",\"email\":\"n5@example.org\",\"password\":12345678}", 400, "password")]
    [InlineData(
        "{\"name\":\"Nadia\",\"email\":\"n6@example.org\",\"password\":\"a long enough one\",\"language\":\"xx\"}",
        400,
        "language"
    )]
    [InlineData("{\"name\":\"Sara again\",\"email\":\"SARA@example.com\",\"password\":\"a long enough one\"}", 409, null)]
    [InlineData("{\"name\":\"Karim again\",\"email\":\"karim@example.com\",\"password\":\"a long enough one\"}", 409, null)]
    [InlineData("{\"name\":\"Oskar again\",\"email\":\"oskar@example.com\",\"password\":\"a long enough one\"}", 409, null)]
    [InlineData("{", 400, null)]
    [InlineData("", 400, null)]
    public async Task A_bad_registration_is_refused_and_nothing_is_stored(string body, int status, string? field)
    {
        var before = (await app.Rows("Users"), await app.Rows("Customers"));
        using var response = await app.Anonymous.Post("api/auth/register", body);
        await response.ShouldBeProblem(status, field: field);
        (await app.Rows("Users"), await app.Rows("Customers")).ShouldBe(before);
    }

    [Fact]
    public async Task Ten_registrations_of_one_address_at_once_make_one_account()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    app.Anonymous.Post(
                        "api/auth/register",
                        new
                        {
                            name = "Racer",
                            email = i % 2 == 0 ? "race.r@gmail.com" : "racer+x@googlemail.com",
                            password = "a long enough one",
                        }
                    )
                )
        );
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(9);
    }
}
