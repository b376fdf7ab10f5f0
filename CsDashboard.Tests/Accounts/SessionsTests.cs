using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Live;

namespace CsDashboard.Tests.Accounts;

public sealed class SessionsTests
{
    [Theory, EachDatabase]
    public async Task A_token_stands_for_who_signed_in(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var tokens = (await house.SignIn(house.Sara, tokens: true)).Tokens.ShouldNotBeNull();
        tokens.ExpiresInSeconds.ShouldBe(1800);
        var actor = (await house.Get<Sessions>().OfToken(tokens.Token, house.Clock)).ShouldNotBeNull();
        (actor.UserId, actor.CustomerId, actor.TenantId, actor.Role, actor.Language, actor.SessionId).ShouldBe(
            (house.Sara.UserId, house.Sara.CustomerId, house.Nour, Role.Customer, "ar", tokens.SessionId)
        );
    }

    [Theory, EachDatabase]
    public async Task Unknown_tokens_and_the_refresh_token_itself_stand_for_nobody(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var tokens = (await house.SignIn(house.Karim, tokens: true)).Tokens!;
        var sessions = house.Get<Sessions>();
        foreach (var wrong in new[] { "", "x", tokens.RefreshToken, tokens.Token.ToUpperInvariant(), tokens.SessionId.ToString() })
            (await sessions.OfToken(wrong, house.Clock)).ShouldBeNull(wrong);
        (await sessions.OfSession(Guid.NewGuid(), house.Clock)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task No_token_lies_in_the_database_as_it_is(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var tokens = (await house.SignIn(house.Karim, tokens: true)).Tokens!;
        (
            await house.Database.Ask(
                $"SELECT COUNT(*) FROM \"Sessions\" WHERE \"TokenHash\" IN ('{tokens.Token}', '{tokens.RefreshToken}') OR \"RefreshHash\" IN ('{tokens.Token}', '{tokens.RefreshToken}')"
            )
        ).ShouldBe("0");
        (await house.Database.Ask("SELECT COUNT(*) FROM \"Sessions\" WHERE \"TokenHash\" IS NOT NULL")).ShouldBe("1");
    }

    [Theory, EachDatabase]
    public async Task A_token_expires_after_thirty_minutes_even_in_use(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sessions, tokens) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        house.Clock.AdvanceMinutes(29);
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldNotBeNull();
        house.Clock.AdvanceSeconds(55);
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldNotBeNull();
        house.Clock.AdvanceSeconds(5);
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Refreshing_gives_new_tokens_and_uses_the_old_ones_up(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sessions, old) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        (await sessions.OfToken(old.Token, house.Clock)).ShouldNotBeNull();
        house.Clock.AdvanceMinutes(40);

        var (fresh, user) = await sessions.Refresh(old.RefreshToken, house.Clock);

        user.ShouldBe(house.Karim.UserId!.Value);
        fresh.SessionId.ShouldBe(old.SessionId);
        new[] { fresh.Token, fresh.RefreshToken, old.Token, old.RefreshToken }.Distinct().Count().ShouldBe(4);
        (await sessions.OfToken(fresh.Token, house.Clock)).ShouldNotBeNull();
        (await sessions.OfToken(old.Token, house.Clock)).ShouldBeNull();
        (await sessions.Refresh(fresh.RefreshToken, house.Clock)).UserId.ShouldBe(user);
    }

    [Theory, EachDatabase(1)]
    [EachDatabase(3)]
    public async Task A_refresh_token_that_comes_twice_ends_the_session_for_both_who_hold_it(DatabaseKind kind, int refreshesBetween)
    {
        await using var house = await House.On(kind);
        var (sessions, first) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        var other = (await house.SignIn(house.Karim, tokens: true)).Tokens!;
        var latest = first;
        for (var i = 0; i < refreshesBetween; i++)
            latest = (await sessions.Refresh(latest.RefreshToken, house.Clock)).Tokens;
        (await sessions.OfToken(latest.Token, house.Clock)).ShouldNotBeNull();

        (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(first.RefreshToken, house.Clock))).Kind.ShouldBe(RefusalKind.SignedOut);

        (await sessions.OfToken(latest.Token, house.Clock)).ShouldBeNull();
        (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(latest.RefreshToken, house.Clock))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await sessions.OfToken(other.Token, house.Clock)).ShouldNotBeNull("Another session is another's.");
        (await house.Events(house.Nour)).Count(e => e.Kind == nameof(RefreshTokenReused)).ShouldBe(1);
    }

    [Theory, EachDatabase]
    public async Task A_refresh_token_that_is_made_up_ends_nothing(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sessions, tokens) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        foreach (
            var made in new[]
            {
                tokens.Token + tokens.Token,
                tokens.SessionId.ToString("N") + tokens.RefreshToken[32..],
                tokens.RefreshToken[64..] + tokens.RefreshToken[..64],
            }
        )
            (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(made, house.Clock))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await sessions.Refresh(tokens.RefreshToken, house.Clock)).UserId.ShouldBe(house.Karim.UserId!.Value);
    }

    [Theory, EachDatabase]
    public async Task Refreshing_ends_thirty_days_after_the_sign_in(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sessions, tokens) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        for (var day = 0; day < 5; day++)
        {
            house.Clock.AdvanceDays(5.9);
            tokens = (await sessions.Refresh(tokens.RefreshToken, house.Clock)).Tokens;
        }
        house.Clock.AdvanceDays(0.49);
        tokens = (await sessions.Refresh(tokens.RefreshToken, house.Clock)).Tokens;
        tokens.ExpiresInSeconds.ShouldBeLessThan(1800);
        house.Clock.AdvanceDays(0.02);
        (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(tokens.RefreshToken, house.Clock))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task The_old_token_dies_with_the_refresh_at_once_though_it_was_just_used(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sessions, old) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        (await sessions.OfToken(old.Token, house.Clock)).ShouldNotBeNull();
        await sessions.Refresh(old.RefreshToken, house.Clock);
        (await sessions.OfToken(old.Token, house.Clock)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task Of_many_refreshes_at_once_one_succeeds_at_most_and_the_session_is_over(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (sessions, old) = (house.Get<Sessions>(), (await house.SignIn(house.Karim, tokens: true)).Tokens!);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async _ =>
                {
                    try
                    {
                        return (await sessions.Refresh(old.RefreshToken, house.Clock)).Tokens.Token;
                    }
                    catch (Refusal refusal) when (refusal.Kind == RefusalKind.SignedOut)
                    {
                        return null;
                    }
                })
        );
        var token = outcomes.OfType<string>().ShouldHaveSingleItem();
        (await sessions.OfToken(token, house.Clock)).ShouldBeNull("Eight hold it.");
    }

    [Theory, EachDatabase]
    public async Task A_refresh_token_is_good_for_seven_days(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sessions = house.Get<Sessions>();
        var tokens = (await house.SignIn(house.Karim, tokens: true)).Tokens!;
        house.Clock.AdvanceDays(6.9);
        tokens = (await sessions.Refresh(tokens.RefreshToken, house.Clock)).Tokens;
        house.Clock.AdvanceDays(7.1);
        (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(tokens.RefreshToken, house.Clock))).Kind.ShouldBe(RefusalKind.SignedOut);
        foreach (var nothing in new[] { null, "", " ", "unknown" })
            (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(nothing, house.Clock))).Kind.ShouldBe(RefusalKind.SignedOut);
    }

    [Theory, EachDatabase]
    public async Task Signing_out_kills_the_tokens_and_refuses_further_verbs(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sessions = house.Get<Sessions>();
        var signedIn = await house.SignIn(house.Karim, tokens: true);
        var actor = (await sessions.OfToken(signedIn.Tokens!.Token, house.Clock)).ShouldNotBeNull();
        var told = 0;
        using var page = house.Feed.Listen(Topic.User(house.Nour, house.Karim.UserId!.Value), _ => told++);

        await sessions.SignOut(actor);

        (await sessions.OfToken(signedIn.Tokens.Token, house.Clock)).ShouldBeNull();
        (await Should.ThrowAsync<Refusal>(() => sessions.Refresh(signedIn.Tokens.RefreshToken, house.Clock))).Kind.ShouldBe(
            RefusalKind.SignedOut
        );
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().Me(actor))).Kind.ShouldBe(RefusalKind.SignedOut);
        told.ShouldBe(1, "Open pages of the user look again.");
        (await house.Events(house.Nour))[^1].Kind.ShouldBe(nameof(SignedOut));
    }

    [Theory, EachDatabase]
    public async Task Signing_out_with_the_refresh_token_kills_the_session_and_an_unknown_one_is_let_pass(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sessions = house.Get<Sessions>();
        var tokens = (await house.SignIn(house.Karim, tokens: true)).Tokens!;
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldNotBeNull();
        await sessions.EndByRefreshToken("unknown", house.Clock);
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldNotBeNull();
        await sessions.EndByRefreshToken(tokens.RefreshToken, house.Clock);
        (await sessions.OfToken(tokens.Token, house.Clock)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task One_may_end_own_sessions_and_nobody_elses(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sessions = house.Get<Sessions>();
        var (here, there, lena) = (
            (await house.SignIn(house.Karim)).Actor,
            (await house.SignIn(house.Karim)).Actor,
            (await house.SignIn(house.Lena)).Actor
        );
        (await sessions.Mine(here)).Select(s => s.Id).ShouldBe([here.SessionId!.Value, there.SessionId!.Value], ignoreOrder: true);

        (await Should.ThrowAsync<Refusal>(() => sessions.EndOwn(here, lena.SessionId!.Value))).Kind.ShouldBe(RefusalKind.NotFound);
        (await house.Get<Users>().Me(lena)).Name.ShouldBe("Lena");

        await sessions.EndOwn(here, there.SessionId!.Value);
        (await Should.ThrowAsync<Refusal>(() => house.Get<Users>().Me(there))).Kind.ShouldBe(RefusalKind.SignedOut);
        (await sessions.Mine(here)).ShouldHaveSingleItem().Id.ShouldBe(here.SessionId!.Value);
    }

    [Theory, EachDatabase]
    public async Task A_browsers_session_lasts_fourteen_days_of_use(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var sessions = house.Get<Sessions>();
        var session = (await house.SignIn(house.Karim)).Actor.SessionId!.Value;
        for (var day = 0; day < 20; day++)
        {
            (await sessions.OfSession(session, house.Clock)).ShouldNotBeNull($"day {day}");
            house.Clock.AdvanceDays(1);
        }
        house.Clock.AdvanceDays(14);
        (await sessions.OfSession(session, house.Clock)).ShouldBeNull();
    }

    [Theory, EachDatabase]
    public async Task A_session_that_ended_in_another_process_is_gone_here_within_seconds(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await using var elsewhere = house.Again();
        var actor = (await house.SignIn(house.Karim)).Actor;
        (await house.Get<Sessions>().OfSession(actor.SessionId!.Value, house.Clock)).ShouldNotBeNull();
        await elsewhere.Get<Sessions>().SignOut(actor);
        house.Clock.AdvanceSeconds(21);
        (await house.Get<Sessions>().OfSession(actor.SessionId.Value, house.Clock)).ShouldBeNull();
    }
}
