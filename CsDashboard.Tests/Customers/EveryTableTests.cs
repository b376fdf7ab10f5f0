using System.IO.Compression;
using System.Text;
using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Tests.Customers;

/// <summary>
/// Every table of the model that has room for words gets rows that lead to one customer by each of its keys, with a mark in every text.
/// Each mark is handed out with the customer's data, and after the erasing the mark is nowhere. A table that is added is in it by itself;
/// one that leads to no customer, a text that is not handed out and one that stays are named below with their reason.
/// </summary>
public sealed class EveryTableTests
{
    /// <summary>Tables that lead to no customer: the company's own, or what staff made for themselves.</summary>
    internal static readonly Dictionary<string, string> OfNoCustomer = Each(
        (
            "The company and its settings.",
            "Tenants ChatSettings CallSettings SlaSettings RetentionRules CurrencyRates EarningRules Holidays SignalSettings ShippingMethods TaxRates ShopTerms Sellers "
                + "PaymentRules SecurityTerms SeenSignatures"
        ),
        (
            "What the company offers, writes and publishes to all.",
            "Offers Vouchers CannedReplies Articles ArticleTexts ArticlePictures Images ImageUses ImagePrints Signals SignalCandles SignalDrafts SignalLinks SignalPosts SignalReleases Alerts AlertTokens "
                + "Products ProductVariants Categories PriceEntries TierPrices StockItems StockMoves ProductFiles"
        ),
        (
            "Keys of the company, and names that its payment provider gives; nothing that a buyer said.",
            "StripeAccounts StripeEvents StripeRefunds StripeSessions"
        ),
        (
            "Market data and what guards it; colleagues alone open it.",
            "Bots CandleSeries Candles VaultKeys VaultLocks VaultMisses VaultSeals"
        ),
        ("What was looked for and not found, and nothing of who looked.", "MissedSearches SearchedDays"),
        ("What admins say about the search of their shop.", "ShopSynonyms ShopPins"),
        ("How colleagues look at many customers.", "CustomerSavedViews CustomerListColumns OwnSegments"),
        ("A file of very many; its bytes are kept for a week.", "CustomerImports ProductImports ProductImportChanges"),
        ("Hashes and numbers of rows, and nothing of what they say.", "AuditLinks ChainHeads KeptFoldings Sequences"),
        ("What the erasing is remembered by: who asked for it, and what was decided.", "Erasures")
    );

    private static Dictionary<string, string> Each(params (string Why, string Names)[] reasons) =>
        reasons.SelectMany(r => r.Names.Split(' ').Select(name => (name, r.Why))).ToDictionary();

    /// <summary>Texts of a customer's rows in which nobody's words stand, or that are kept for a reason.</summary>
    private static readonly Dictionary<string, string> Stays = Each(
        (
            "Names that we give: to a record, a ticket, a row that another comes from.",
            "Customers.PublicId Customers.UniqueId Tickets.Number CustomerMerges.MovedText LoyaltyEntries.Source Users.ConcurrencyStamp"
        ),
        ("Random, so that a form sent twice counts once.", "Messages.ClientKey Tickets.ClientKey"),
        (
            "Words of the company for kinds of customers and of doubts.",
            "Customers.MembershipTier Customers.WishedTier Customers.Segment Referrals.DoubtText AccessGrants.Tier AccessGrants.Base"
        ),
        (
            "The colleague who did it.",
            "Customers.SegmentSetBy CustomerMerges.By CustomerMerges.UndoneBy Referrals.DecidedBy RemovedCustomers.By LicenceKeys.AddedBy"
        ),
        ("A key of the company's, which says nothing of its buyer.", "LicenceKeys.Sealed"),
        ("That an address was deleted is kept for ever, as a hash.", "RemovedCustomers.EmailHash"),
        (
            "What was sold and paid is in the books, and how it was sent.",
            "Orders.Number Orders.ShippingMethod Orders.Carrier Referrals.OrderNumber OrderLines.Category OrderLines.Name OrderLines.Sku "
                + "PaymentEntries.Provider PaymentEntries.Reference PaymentEntries.By Returns.Number ReturnLines.Name Parcels.Carrier"
        )
    );

    /// <summary>
    /// Texts that nobody is handed. After "by" stands the key of the rows that it is said of, where others are handed out.
    /// </summary>
    private static readonly Dictionary<string, string> HandedToNobody = Each(
        (
            "Secrets, and what they are checked by.",
            "Users.PasswordHash Users.SecurityStamp Users.ConcurrencyStamp OneTimeCodes.Hash RecoveryCodes.Hash SecondFactors.Key "
                + "Sessions.TokenHash Sessions.RefreshHash Sessions.FamilyHash KnownDevices.Hash "
                + "Passkeys.CredentialId Passkeys.PublicKey Passkeys.AttestationObject Passkeys.ClientDataJson Passkeys.Transports LicenceKeys.Sealed"
        ),
        (
            "Follows from what is handed out: it is looked up by.",
            "Customers.NormalizedEmail Customers.MailKey Customers.PhoneKey Customers.NameKey Users.UserName Users.NormalizedUserName "
                + "Users.FoldedName Sessions.Block RemovedCustomers.EmailHash"
        ),
        (
            "What a program sent twice is known by, and a copy of what it was answered.",
            "Messages.ClientKey Tickets.ClientKey KeyedCalls.Key KeyedCalls.Asked KeyedCalls.Answer"
        ),
        ("Where bytes lie, and which row another comes from.", "Attachments.Key LoyaltyEntries.Source"),
        ("What a merge is undone by; the history hands out what it changed.", "CustomerMerges.MovedText CustomerMerges.StateText"),
        (
            "The colleague who did it; the history says so.",
            "CustomerMerges.By CustomerMerges.UndoneBy Customers.SegmentSetBy LicenceKeys.AddedBy"
        ),
        ("Somebody else's.", "Referrals.OrderNumber_by_ReferrerId"),
        ("A fault of the product.", "FailedDeliveries.Error FailedDeliveries.Handler")
    );

    /// <summary>Texts that the whole archive has and the customer's own has not.</summary>
    private static readonly Dictionary<string, string> HandedToStaff = Each(
        ("What staff note for each other.", "CustomerNotes.Author CustomerNotes.Text CaseNotes.Author CaseNotes.Text CallRequests.Outcome"),
        ("What staff typed and have not sent.", "Drafts.Text_by_Key"),
        ("How staff sort their work.", "Customers.TagText Tickets.TagText"),
        ("Who of the company did it.", "Referrals.DecidedBy RemovedCustomers.By PaymentEntries.By Reviews.RepliedBy"),
        ("It would say how doubts are found.", "Referrals.DoubtText Referrals.Note"),
        ("What the other side's server said.", "Notifications.LastError")
    );

    [Theory, EachDatabase]
    public async Task The_mark_of_an_erased_customer_is_in_no_table(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var marked = await MarkedTables.In(house);
        var before = await marked.Found();
        var unreached = marked
            .Texts.Select(t => t.Table)
            .Distinct()
            .Where(t => !OfNoCustomer.ContainsKey(t) && !before.Any(f => f.Table == t))
            .ToList();
        unreached.ShouldBeEmpty(
            "Say how these tables lead to a customer (ToCustomer, ToUser, ToTicket, Special), or why they don't (OfNoCustomer)."
        );

        var begun = await house
            .Get<Erasures>()
            .Begin(house.Amina, house.Sara.CustomerId!.Value, new ErasureInput { Confirm = marked.Number });
        await house.Get<Erasures>().Run(house.Amina, begun.Id);
        await house.Drain();

        var left = await marked.Found();
        left.Select(f => $"{f.Table}.{f.Column}")
            .Where(f => !Stays.ContainsKey(f))
            .Order()
            .ShouldBeEmpty("These texts of an erased customer are still there.");
        Stays.Keys.Except(before.Select(f => $"{f.Table}.{f.Column}")).ShouldBeEmpty("Reasons for texts that are not there.");
    }

    [Theory, EachDatabase]
    public async Task Whatever_is_held_of_a_customer_is_handed_out(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var marked = await MarkedTables.In(house);
        var whole = await Read(await house.Get<CustomerArchives>().Of(house.Amina, house.Sara.CustomerId!.Value));
        var own = await Read(await house.Get<CustomerArchives>().Mine(house.Sara));
        foreach (var archive in new[] { whole, own })
            archive["index.html"].ShouldNotContain("Field_", customMessage: "A field has no name for people.");
        whole["history.json"].ShouldContain(MarkedTables.Mark);

        var (told, toldThem) = (marked.In(whole), marked.In(own));
        marked
            .Said.Except(told)
            .Where(t => !t.Names.Any(HandedToNobody.ContainsKey))
            .Select(t => t.Names[1])
            .Order()
            .ShouldBeEmpty("These texts are held of a customer and not handed out.");
        marked
            .Said.Except(toldThem)
            .Where(t => !t.Names.Any(n => HandedToNobody.ContainsKey(n) || HandedToStaff.ContainsKey(n)))
            .Select(t => t.Names[1])
            .Order()
            .ShouldBeEmpty("These texts are not handed to the customer themselves.");
        toldThem
            .Where(t => t.Names.Any(HandedToStaff.ContainsKey))
            .Select(t => t.Names[1])
            .Order()
            .ShouldBeEmpty("These texts are for staff alone, and the customer is handed them.");
        HandedToNobody
            .Keys.Where(name => marked.Said.Where(t => t.Names.Contains(name)).All(told.Contains))
            .Concat(HandedToStaff.Keys.Where(name => !told.Any(t => t.Names.Contains(name))))
            .ShouldBeEmpty("Reasons for texts that are handed out, or not there.");
    }

    private static async Task<Dictionary<string, string>> Read(CustomerArchive archive)
    {
        using var stream = new MemoryStream();
        await archive.Write(stream, default);
        stream.Position = 0;
        await using var zip = new ZipArchive(stream);
        var entries = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            entries[entry.FullName] = await reader.ReadToEndAsync();
        }
        return entries;
    }
}
