using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using CustomerVerbs = CsDashboard.Customers.CustomerRecords;

namespace CsDashboard.Web.Accounts;

public sealed record RefreshRequest(string? RefreshToken);

public sealed record SignedInUser(
    string Id,
    string Email,
    string Name,
    string TenantId,
    [property: JsonPropertyName("tenant_id")] string TenantId2,
    string Role,
    string? CustomerId
);

public sealed record SignedInUser2(
    [property: JsonPropertyName("_id")] string Id,
    string Email,
    string FullName,
    string? ContactNumber,
    string Role,
    bool IsActive
);

public sealed record SignedInData(SignedInUser2 User, string? AccessToken, string? Token, string? RefreshToken, int? ExpiresIn);

/// <summary>The flat form and the one with data, in one body. Me gives it without tokens.</summary>
public sealed record SignedInAnswer(
    bool Success,
    string Message,
    string? Token,
    string? RefreshToken,
    int? ExpiresIn,
    string? CustomerId,
    SignedInUser User,
    SignedInData Data
)
{
    internal static async Task<SignedInAnswer> Of(UserView user, Actor actor, Tokens? tokens, CustomerVerbs customers)
    {
        var me = actor.CustomerId is null ? null : await customers.Me(actor);
        var (id, tenant) = (user.Id.ToString(), user.TenantId.ToString());
        return new SignedInAnswer(
            true,
            AccountTexts.Of(tokens is null ? "Api.Me" : "Api.SignedIn"),
            tokens?.Token,
            tokens?.RefreshToken,
            tokens?.ExpiresInSeconds,
            me?.PublicId,
            new SignedInUser(id, user.Email, user.Name, tenant, tenant, user.Role.ToString().ToLowerInvariant(), me?.PublicId),
            new SignedInData(
                new SignedInUser2(
                    id,
                    user.Email,
                    user.Name,
                    me?.Phone,
                    user.Role == Role.Admin ? "Administrator" : user.Role.ToString(),
                    true
                ),
                tokens?.Token,
                tokens?.Token,
                tokens?.RefreshToken,
                tokens?.ExpiresInSeconds
            )
        );
    }
}
