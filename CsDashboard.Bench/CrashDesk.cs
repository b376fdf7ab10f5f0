using CsDashboard.Accounts;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Bench;

/// <summary>
/// The desk under load with its background work running: customers open tickets and write, agents answer. Prints
/// "opened|wrote|answered ID WORD" after each call that was acknowledged, until it is killed. The word is in the text.
/// </summary>
internal static class CrashDesk
{
    public static async Task Run(string dataFolder)
    {
        await using var house = House.In(dataFolder);
        var people = new List<User>();
        await using (var db = house.Get<Store>().Open(Actor.System(Guid.Empty)))
            people.AddRange(await db.UsersEverywhere.ToListAsync());
        await house.StartBackgroundWork();

        await Task.WhenAll(
            people
                .Where(p => p.CustomerId is not null)
                .SelectMany(customer =>
                {
                    var agents = people.Where(p => p.TenantId == customer.TenantId && p.Role == Role.Agent).ToList();
                    return Enumerable
                        .Range(0, 3)
                        .Select(i => Talk(house.Get<Tickets>(), ActorOf(customer), ActorOf(agents[i % agents.Count])));
                })
        );
    }

    private static async Task Talk(Tickets tickets, Actor customer, Actor agent)
    {
        while (true)
        {
            var word = NewWord();
            var ticket = await tickets.Open(
                customer,
                new NewTicket { Title = "Late payout", Description = "It was due on Monday: " + word }
            );
            Print("opened", ticket.Id, word);
            // Long talks: a customer may open twenty tickets within an hour.
            for (var turn = 0; turn < 5; turn++)
            {
                await Say(tickets, "wrote", customer, ticket.Id);
                await Say(tickets, "answered", agent, ticket.Id);
            }
        }
    }

    private static async Task Say(Tickets tickets, string what, Actor actor, Guid ticket)
    {
        var word = NewWord();
        var message = await tickets.Reply(actor, ticket, new NewMessage { Body = "Please see " + word });
        Print(what, message.Id, word);
    }

    private static Actor ActorOf(User user) =>
        new()
        {
            TenantId = user.TenantId,
            UserId = user.Id,
            CustomerId = user.CustomerId,
            Role = user.Role,
            Name = user.Name,
        };

    private static string NewWord() => "w" + Guid.NewGuid().ToString("N");

    private static void Print(string what, Guid id, string word) => Console.WriteLine($"{what} {id} {word}");
}
