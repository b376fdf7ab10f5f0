using CsDashboard.Foundation.Storage;
using CsDashboard.Security.Telling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Security.Payments;

/// <summary>
/// Judges payments by the company's rules, and says to whoever decides what speaks against them. It advises: nothing is stopped here. One
/// that isn't safe becomes an alert (contract: market, Payment risk).
/// </summary>
public sealed class PaymentChecks(Store store, SecurityJournal journal, ILogger<PaymentChecks> log)
{
    /// <summary>The kind of the event for a score above a half.</summary>
    public const string Suspicious = "suspicious_payment";
    private const decimal Noted = 0.5m;

    /// <summary>
    /// Judges a payment of somebody. For staff and the service key. Invalid (amount, currency, ip_address, user_agent). With the judging
    /// switched off everything is safe; where it fails nothing is.
    /// </summary>
    public async Task<PaymentVerdict> Check(Actor actor, Told who, PaymentAsked asked)
    {
        actor.Demand(SecurityRights.See);
        if (asked.Amount is < 0 or > Money.Most)
            throw Refusal.Invalid("amount", Words.Of("Range_Beyond", 0, Money.Most));
        if (Currency.Find(asked.Currency) is not { } currency)
            throw Refusal.Invalid("currency", Words.Of("Refused_Invalid"));
        var told = asked with
        {
            Currency = currency.Code,
            Address = ToldText.Demand("ip_address", asked.Address, SecurityEvent.MaxAddress),
            Agent = ToldText.Demand("user_agent", asked.Agent, SecurityEvent.MaxAgent),
            Number = ToldText.Optional("transaction_id", asked.Number, 100),
        };
        try
        {
            return await store.Write(actor, db => Judge(db, who, told));
        }
        catch (Exception e) when (e is not (Refusal or OperationCanceledException))
        {
            log.LogError(e, "A payment could not be judged");
            return PaymentVerdict.Failed;
        }
    }

    /// <summary>Inside a write: judges it, keeps what was known, and raises the alert.</summary>
    public async Task<PaymentVerdict> Judge(AppDb db, Told who, PaymentAsked asked)
    {
        if (await SecuritySettings.Of(db) is { JudgesNothing: true })
            return PaymentVerdict.Unasked;
        var facts = await FactsOf(db, who, asked);
        var verdict = PaymentVerdict.Of(facts, await PaymentRules.Of(db));
        db.PaymentChecks.Add(
            new PaymentCheck
            {
                Who = who.Key,
                CustomerId = who.CustomerId,
                Number = asked.Number,
                Currency = asked.Currency,
                At = db.Actor.Now,
                UserRisk = facts.UserRisk,
                Amount = facts.Amount,
                PaymentsInHour = facts.PaymentsInHour,
                SuspiciousAddress = facts.SuspiciousAddress,
                SuspiciousAgent = facts.SuspiciousAgent,
                OtherCountry = facts.OtherCountry,
                DaysKnown = facts.DaysKnown,
                PaymentsBefore = facts.PaymentsBefore,
                Score = verdict.Score,
                IsSafe = verdict.IsSafe,
            }
        );
        if (verdict.Score > Noted || !verdict.IsSafe)
            await Note(db, who, asked, verdict);
        return verdict;
    }

    private async Task Note(AppDb db, Told who, PaymentAsked asked, PaymentVerdict verdict)
    {
        var severity = verdict.Score > PaymentVerdict.Gate ? Severity.High : Severity.Medium;
        await ToldEvents.Add(
            db,
            who,
            new SecurityEvent
            {
                CustomerId = who.CustomerId,
                At = db.Actor.Now,
                Kind = Suspicious,
                Severity = severity,
                Who = who.Word,
                Address = asked.Address,
                Agent = asked.Agent,
                Risk = Math.Min(1, verdict.Score),
                Action = verdict.IsSafe ? "monitored" : "blocked",
            }
        );
        if (verdict.IsSafe)
            return;
        await journal.Raise(
            db,
            db.Actor.Now,
            db.Actor.Silent,
            new Suspect(AlertType.SuspiciousTransaction, Severity.High)
            {
                CustomerId = who.CustomerId,
                Name = who.Word,
                Detail = "Alert_Payment_Text",
                Value = $"{new Money(asked.Amount, Currency.Of(asked.Currency))}",
                Block = asked.Address is { } address ? AddressBlock.Of(address) : null,
                TransactionId = asked.Number,
                Amount = asked.Amount,
                Currency = asked.Currency,
                Score = verdict.Score,
                Factors = string.Join('\n', verdict.Factors),
            }
        );
    }

    private static async Task<PaymentFacts> FactsOf(AppDb db, Told who, PaymentAsked asked)
    {
        var (now, key) = (db.Actor.Now, who.Key);
        var hour = now.AddHours(-1);
        var before = db.PaymentChecks.Where(c => c.Who == key);
        return new()
        {
            UserRisk = (await RiskProfiles.Of(db, who))?.Score ?? 0,
            Amount = asked.Amount,
            PaymentsInHour = 1 + await before.CountAsync(c => c.At > hour),
            SuspiciousAddress = !asked.TrustsPrivate && SuspiciousCallers.IsPrivate(asked.Address),
            SuspiciousAgent = SuspiciousCallers.IsProgram(asked.Agent),
            OtherCountry = asked.OtherCountry,
            DaysKnown = asked.KnownSince is { } since ? (int)Math.Max(0, (now - since).TotalDays) : 0,
            PaymentsBefore = await before.CountAsync(),
        };
    }
}
