using System.Security.Cryptography;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CsDashboard.Web.Accounts;

/// <summary>
/// The calls of js/passkeys.js: two for making a passkey, and one that asks for a passkey, to sign in or to prove one's identity again. The
/// server's challenge stays encrypted in a cookie meanwhile, for five minutes.
/// </summary>
internal static class PasskeyEndpoints
{
    private const string Question = "cs-passkey";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey stands for both factors, so the device must ask its owner.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ValidateOrigin = asked =>
                ValueTask.FromResult(
                    !asked.CrossOrigin
                        && Uri.TryCreate(asked.Origin, UriKind.Absolute, out var from)
                        && string.Equals(from.Authority, asked.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
                );
        });
    }

    public static void MapPasskeys(this WebApplication app)
    {
        var own = app.MapGroup("/app/passkeys").ExcludeFromDescription().NoteBinding();
        own.MapPost("/new", New).RequireAuthorization(Policies.SignedIn);
        own.MapPost("/", Add).RequireAuthorization(Policies.SignedIn);
        own.MapPost("/ask", Ask).AllowAnonymous();
        own.MapPost("/enter", Enter).AllowAnonymous();
        own.MapPost("/prove", Prove).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> New(Actor actor, HttpContext http, IPasskeyHandler<User> passkeys, Users users, Proofs proofs)
    {
        await proofs.Demand(actor);
        var me = await users.Me(actor);
        var options = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = me.Id.ToString(),
                Name = me.Email,
                DisplayName = me.Name,
            },
            http
        );
        Keep(http, options.AttestationState);
        return Results.Content(options.CreationOptionsJson, "application/json");
    }

    private static async Task<IResult> Add(
        NewPasskey input,
        Actor actor,
        HttpContext http,
        IPasskeyHandler<User> handler,
        Passkeys passkeys
    )
    {
        input.Checked();
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = input.Credential!,
                AttestationState = Kept(http),
            }
        );
        if (!result.Succeeded || result.UserEntity.Id != actor.DemandUser().ToString())
            throw Refusal.Invalid("credential", AccountTexts.Of("Passkeys.Failed"));
        await passkeys.Add(actor, input.Name!, result.Passkey);
        return Results.NoContent();
    }

    private static async Task<IResult> Ask(HttpContext http, IPasskeyHandler<User> passkeys)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        Keep(http, options.AssertionState);
        return Results.Content(options.RequestOptionsJson, "application/json");
    }

    private static async Task<IResult> Enter(
        PasskeyProof input,
        HttpContext http,
        IPasskeyHandler<User> passkeys,
        SignIns signIns,
        Sessions sessions,
        ILogger<PasskeyProof> log
    )
    {
        if (await Answered(input, http, passkeys, log) is not { } result)
            throw Refusal.SignedOut(Words.Of("Passkey_Unknown"), "invalid_credentials");
        var outcome = await signIns.WithPasskey(result.User!, result.Passkey!, BrowserSignIn.BrowserOf(http));
        return Results.Ok(new { to = await BrowserSignIn.Enter(http, outcome, sessions, input.ReturnUrl) });
    }

    private static async Task<IResult> Prove(
        PasskeyProof input,
        Actor actor,
        HttpContext http,
        IPasskeyHandler<User> handler,
        Passkeys passkeys,
        ILogger<PasskeyProof> log
    )
    {
        if (await Answered(input, http, handler, log) is not { } result || result.User!.Id != actor.DemandUser())
            throw Refusal.Invalid("credential", Words.Of("Passkey_Unknown"));
        await passkeys.Prove(actor, result.Passkey!);
        return Results.Ok(new { to = Paths.Local(input.ReturnUrl) ?? "/account" });
    }

    private static async Task<PasskeyAssertionResult<User>?> Answered(
        PasskeyProof input,
        HttpContext http,
        IPasskeyHandler<User> handler,
        ILogger log
    )
    {
        if (input.Credential is not { Length: > 0 and <= 20_000 } credential)
            throw Refusal.Invalid("credential", Words.Of("Text_Required"));
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AssertionState = Kept(http),
            }
        );
        if (result.Succeeded)
            return result;
        log.LogInformation("A passkey was refused: {Why}", result.Failure.Message);
        return null;
    }

    private static void Keep(HttpContext http, string? state) =>
        http.Response.Cookies.Append(
            SignIn.NameFor(http, Question),
            Protector(http).Protect(state ?? "", Life),
            new CookieOptions
            {
                MaxAge = Life,
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                HttpOnly = true,
                IsEssential = true,
            }
        );

    // A challenge is used once: it goes with the answer.
    private static string? Kept(HttpContext http)
    {
        var name = SignIn.NameFor(http, Question);
        http.Response.Cookies.Delete(
            name,
            new CookieOptions
            {
                Path = "/",
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                HttpOnly = true,
            }
        );
        try
        {
            return http.Request.Cookies[name] is { Length: > 0 } kept ? Protector(http).Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("CsDashboard.PasskeyQuestion")
            .ToTimeLimitedDataProtector();
}
