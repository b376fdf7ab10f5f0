using System.Text;
using System.Text.Json;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Vault;

public sealed class CandlesTests
{
    [Theory, EachDatabase]
    public async Task What_is_put_in_comes_out_newest_first_page_by_page(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(30);
        await house.Store.Write(
            house.Product,
            db =>
                house
                    .Get<ICandleStore>()
                    .Add(
                        db,
                        BotType.Forex,
                        "EUR/USD",
                        "1h",
                        VaultHouse.Candle(5) with
                        {
                            Close = 48100m,
                        },
                        new Dictionary<string, decimal> { ["rsi"] = 31.25m }
                    )
        );
        var candles = house.Get<Candles>();

        var seen = new List<CandleView>();
        var filter = new CandleFilter { Size = 7 };
        do
        {
            var page = await candles.List(amina, grant, filter);
            seen.AddRange(page.Items);
            filter = new CandleFilter { Size = 7, After = page.Next };
        } while (filter.After is not null);
        seen.Count.ShouldBe(31);
        seen.Select(s => s.Candle.Time).ShouldBe(seen.Select(s => s.Candle.Time).OrderDescending());
        seen.Where(s => s.Type == BotType.Crypto)
            .Select(s => s.Candle)
            .ShouldBe(Enumerable.Range(0, 30).Reverse().Select(VaultHouse.Candle));
        var forex = seen.Single(s => s.Type == BotType.Forex);
        (forex.Pair, forex.Candle.Close, forex.Indicators).ShouldBe(("EUR/USD", 48100m, "{\"rsi\":31.25}"));

        (await candles.List(amina, grant, new CandleFilter { Type = BotType.Forex })).Items.Count.ShouldBe(1);
        (
            await candles.List(
                amina,
                grant,
                new CandleFilter
                {
                    Pair = "BTC/USD",
                    From = VaultHouse.Start.AddHours(3),
                    To = VaultHouse.Start.AddHours(6),
                }
            )
        ).Items.Count.ShouldBe(3);
        (await candles.List(amina, grant, new CandleFilter { Pair = "XAU/USD" })).Items.ShouldBeEmpty();
        foreach (var after in new[] { "x", "1", "1.2.3", "9999999999999999999999.1" })
            (await Should.ThrowAsync<Refusal>(() => candles.List(amina, grant, new CandleFilter { After = after }))).Kind.ShouldBe(
                RefusalKind.Invalid
            );
    }

    [Theory, EachDatabase]
    public async Task A_repeat_of_the_same_time_adds_nothing(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(20);
        var again = await house
            .Get<CandleImports>()
            .Import(amina, grant, VaultHouse.Target, VaultHouse.Stream(VaultHouse.Csv(20, from: 10)));
        (again.Added, again.Repeated).ShouldBe((10, 10));
        (
            await house.Store.Write(
                house.Product,
                db => house.Get<ICandleStore>().Add(db, BotType.Crypto, "BTC/USD", "1h", VaultHouse.Candle(3) with { Volume = 1 }, null)
            )
        ).ShouldBeFalse();
        var kept = (await house.Get<Candles>().List(amina, grant, new CandleFilter { Size = 100 })).Items;
        kept.Count.ShouldBe(30);
        kept.Single(c => c.Candle.Time == VaultHouse.Candle(3).Time).Candle.ShouldBe(VaultHouse.Candle(3));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_read_without_being_recorded(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(5);
        await house.Get<Candles>().List(amina, grant, new CandleFilter { Size = 2 });
        var told = (await house.Events(house.Nour)).Single(e => e.Kind == nameof(CandlesRead));
        (told.UserId, ((CandlesRead)told.Happening()!).Count).ShouldBe((amina.UserId, 2));
        foreach (var price in new[] { "48111", "48123", "48112" })
            told.Payload.ShouldNotContain(price);

        // Where nothing can be recorded, nothing is read.
        await house.Database.Ask(
            kind == DatabaseKind.Sqlite
                ? """CREATE TRIGGER refuse BEFORE INSERT ON "Events" BEGIN SELECT RAISE(ABORT, 'no'); END"""
                : """CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER refuse BEFORE INSERT ON "Events" FOR EACH ROW EXECUTE FUNCTION refuse()"""
        );
        await Should.ThrowAsync<Exception>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()));
        await Should.ThrowAsync<Exception>(() => house.Exported(amina, grant, ExportFormat.Csv));
    }

    [Theory, EachDatabase]
    public async Task The_other_company_has_a_vault_of_its_own(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(5);
        var (omar, his) = await house.Unlocked(house.Omar);
        (await house.Get<Candles>().List(omar, his, new CandleFilter())).Items.ShouldBeEmpty();
        (await house.Get<Candles>().Series(omar)).ShouldBeEmpty();
        (await house.Exported(omar, his, ExportFormat.Csv)).Split("\r\n").Length.ShouldBe(2);
        await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(omar, grant, new CandleFilter()));
        await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, his, new CandleFilter()));
    }

    [Fact]
    public async Task No_price_can_be_read_in_the_files_of_the_database()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        await house.Filled(50);
        await house.Stop();
        foreach (var file in Directory.GetFiles(house.Database.Folder, "csdashboard.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (
                var (what, needle) in new[]
                {
                    ("text", Encoding.UTF8.GetBytes("48111.25")),
                    ("text", Encoding.UTF8.GetBytes("48123.7")),
                    ("a binary number", BitConverter.GetBytes(48111.25d)),
                    ("a decimal", BitConverter.GetBytes(4811125)),
                }
            )
                bytes.AsSpan().IndexOf(needle).ShouldBe(-1, $"{what} in {file}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_flipped_byte_is_refused_recorded_and_told_to_the_admins(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(9);
        var at = VaultHouse.Candle(4).Time.ToUnixTimeMilliseconds();
        for (var byteAt = 0; byteAt < 60; byteAt += 7)
        {
            await Change(
                house,
                at,
                envelope =>
                {
                    envelope[byteAt] ^= 1;
                    return envelope;
                }
            );
            var refusal = await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()));
            refusal.Code.ShouldBe("vault_tampered");
            await Change(
                house,
                at,
                envelope =>
                {
                    envelope[byteAt] ^= 1;
                    return envelope;
                }
            );
        }
        await Change(house, at, envelope => envelope[..^1]);
        await Should.ThrowAsync<Refusal>(() => house.Exported(amina, grant, ExportFormat.Json));
        ((CandleTampered)(await house.Events(house.Nour)).Last(e => e.Kind == nameof(CandleTampered)).Happening()!).Time.ShouldBe(
            VaultHouse.Candle(4).Time
        );
        await house.Drain();
        await using var db = house.Store.Open(house.Product);
        (
            await db.Set<CsDashboard.Notifications.Notification>()
                .AnyAsync(n => n.Kind == "vault_tampered" && n.UserId == house.Amina.UserId)
        ).ShouldBeTrue();
        // Candles elsewhere can be read as before.
        (await house.Get<Candles>().List(amina, grant, new CandleFilter { To = VaultHouse.Candle(4).Time })).Items.Count.ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task Envelopes_that_were_swapped_or_moved_to_another_pair_or_company_do_not_open(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(4);
        var (omar, his) = await house.Filled(4, house.Omar);
        var (one, two) = (VaultHouse.Candle(1).Time.ToUnixTimeMilliseconds(), VaultHouse.Candle(2).Time.ToUnixTimeMilliseconds());
        byte[] first = [],
            second = [];
        await Change(house, one, e => first = e);
        await Change(house, two, e => second = e);
        await Change(house, one, _ => second);
        await Change(house, two, _ => first);
        await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()));
        await Change(house, one, _ => first);
        await Change(house, two, _ => second);
        (await house.Get<Candles>().List(amina, grant, new CandleFilter())).Items.Count.ShouldBe(4);

        await house.Database.Ask("""UPDATE "CandleSeries" SET "Pair" = 'ETH/USD'""");
        await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()));
        await house.Database.Ask("""UPDATE "CandleSeries" SET "Pair" = 'BTC/USD'""");
        await using (var db = house.Store.Open(omar))
            second = await db.Candles.Where(c => c.Time == two).Select(c => c.Envelope).SingleAsync();
        await Change(house, two, _ => second);
        await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()));
        (await house.Get<Candles>().List(omar, his, new CandleFilter())).Items.Count.ShouldBe(4);
    }

    [Theory, EachDatabase]
    public async Task Another_key_takes_over_while_everything_stays_readable(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(1_200);
        var rotation = house.Get<KeyRotation>();
        await rotation.Begin(amina);
        (await Should.ThrowAsync<Refusal>(() => rotation.Begin(amina))).Kind.ShouldBe(RefusalKind.Conflict);
        await house.Get<CandleImports>().Import(amina, grant, VaultHouse.Target, VaultHouse.Stream(VaultHouse.Csv(300, from: 1_200)));
        (await KeysInUse(house)).ShouldBe([1, 2], ignoreOrder: true);
        // Both are read, by a grant that was opened before the new key was made.
        (await house.Get<Candles>().List(amina, grant, new CandleFilter { Size = 1_000 })).Items.Count.ShouldBe(1_000);
        (await house.Exported(amina, grant, ExportFormat.Csv)).Split("\r\n").Length.ShouldBe(1_502);

        await rotation.Settle(house.Product);
        (await KeysInUse(house)).ShouldBe([2]);
        (await house.Exported(amina, grant, ExportFormat.Csv)).Split("\r\n").Length.ShouldBe(1_502);
        (await house.Get<Candles>().List(amina, grant, new CandleFilter { Size = 1_000 }))
            .Items[0]
            .Candle.ShouldBe(VaultHouse.Candle(1_499));
        ((VaultKeySettled)(await house.Events(house.Nour)).Single(e => e.Kind == nameof(VaultKeySettled)).Happening()!).Count.ShouldBe(
            1_200
        );
        await rotation.Settle(house.Product);
        await rotation.Begin(amina);
    }

    [Fact]
    public async Task Without_its_key_file_or_with_another_the_vault_is_sealed_and_says_so()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        var (amina, grant) = await house.Filled(3);
        var (key, aside) = (Path.Combine(house.Database.Folder, "keys", "vault.key"), Path.Combine(house.Database.Folder, "aside"));
        File.Move(key, aside);
        foreach (var replaced in new[] { false, true })
        {
            if (replaced)
                await File.WriteAllBytesAsync(key, new byte[32]);
            (await house.Get<Pins>().State(amina)).IsSealed.ShouldBeTrue();
            (await Should.ThrowAsync<Refusal>(() => house.Get<Pins>().Unlock(amina, VaultHouse.Pin))).Kind.ShouldBe(
                RefusalKind.Unavailable
            );
            (await Should.ThrowAsync<Refusal>(() => house.Get<Candles>().List(amina, grant, new CandleFilter()))).Kind.ShouldBe(
                RefusalKind.Unavailable
            );
            (
                await Should.ThrowAsync<Refusal>(() =>
                    house.Store.Write(
                        house.Product,
                        db => house.Get<ICandleStore>().Add(db, BotType.Crypto, "BTC/USD", "1h", VaultHouse.Candle(9), null)
                    )
                )
            ).Kind.ShouldBe(RefusalKind.Unavailable);
        }
        File.Delete(key);
        File.Exists(key).ShouldBeFalse("A new key must not be made over what the old one sealed.");
        // The rest of the product works.
        (await house.SignIn(house.Karim)).Actor.Name.ShouldBe("Karim");
        File.Move(aside, key);
        (await house.Get<Pins>().State(amina)).IsSealed.ShouldBeFalse();
        (await house.Get<Candles>().List(amina, grant, new CandleFilter())).Items.Count.ShouldBe(3);
    }

    [Theory, EachDatabase]
    public async Task An_export_is_the_whole_and_can_be_imported_again(DatabaseKind kind)
    {
        await using var house = await VaultHouse.On(kind);
        var (amina, grant) = await house.Filled(9_000);
        var csv = await house.Exported(amina, grant, ExportFormat.Csv);
        csv.Split("\r\n")[1].ShouldBe("2025-01-05T00:00:00Z,48111.25,48222.5,48000.125,48123.75,7.5,crypto,BTC/USD,1h,\"{}\"");
        csv.Split("\r\n").Length.ShouldBe(9_002);
        foreach (var cell in csv.Split("\r\n").SelectMany(l => l.Split(',')))
            "=+-@\t".ShouldNotContain(cell.FirstOrDefault('x').ToString());
        var again = await house.Get<CandleImports>().Import(amina, grant, VaultHouse.Target, VaultHouse.Stream(csv));
        (again.Added, again.Repeated).ShouldBe((0, 9_000));

        var json = JsonDocument
            .Parse(await house.Exported(amina, grant, ExportFormat.Json, new CandleFilter { From = VaultHouse.Start.AddHours(10) }))
            .RootElement;
        json.GetProperty("count").GetInt32().ShouldBe(8_990);
        json.GetProperty("data").GetArrayLength().ShouldBe(8_990);
        json.GetProperty("data")[0].GetProperty("time").GetInt64().ShouldBe(VaultHouse.Candle(8_999).Time.ToUnixTimeSeconds());
        json.GetProperty("data")[0].GetProperty("close").GetDecimal().ShouldBe(VaultHouse.Candle(8_999).Close);
    }

    [Fact]
    public async Task Prices_of_every_length_are_written_as_they_are()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        var (amina, grant) = await house.Unlocked();
        string[] prices =
        [
            "0",
            "0.000000000001",
            "0.10",
            "1.000000000000",
            "7",
            "1.5",
            "18446744073709.551615",
            "999999999999999.999999999999",
            "1000000000000000",
            "123456789.000000000001",
        ];
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        foreach (var (price, i) in prices.Select((p, i) => (decimal.Parse(p, culture), i)))
            await house.Store.Write(
                house.Product,
                db =>
                    house
                        .Get<ICandleStore>()
                        .Add(
                            db,
                            BotType.Crypto,
                            "BTC/USD",
                            "1h",
                            new Candle(VaultHouse.Start.AddHours(i), price, price, price, price, price),
                            null
                        )
            );
        var csv = (await house.Exported(amina, grant, ExportFormat.Csv))
            .Split("\r\n")
            .Skip(1)
            .SkipLast(1)
            .Select(l => l.Split(',')[1..6])
            .ToList();
        csv.ShouldBe(prices.Select(p => Enumerable.Repeat(p, 5).ToArray()));
        var json = JsonDocument.Parse(await house.Exported(amina, grant, ExportFormat.Json)).RootElement.GetProperty("data");
        json.EnumerateArray().Select(c => c.GetProperty("close").GetRawText()).Reverse().ShouldBe(prices);
    }

    [Fact]
    public async Task An_export_ends_where_the_vault_is_locked()
    {
        await using var house = await VaultHouse.On(DatabaseKind.Sqlite);
        var (amina, grant) = await house.Filled(9_000);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var write = await house.Get<CandleExports>().Begin(amina, grant, new CandleFilter(), ExportFormat.Csv);
        (await Should.ThrowAsync<Refusal>(() => write(output, () => house.Get<Pins>().Lock(amina), default))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        Encoding.UTF8.GetString(output.WrittenSpan).Split("\r\n").Length.ShouldBeLessThan(5_000);
    }

    private static async Task Change(House house, long time, Func<byte[], byte[]> change) =>
        await house.Store.Write(
            house.Product,
            async db =>
            {
                var row = await db.Candles.SingleAsync(c => c.Time == time);
                row.Envelope = change([.. row.Envelope]);
            }
        );

    private static async Task<List<int>> KeysInUse(House house)
    {
        await using var db = house.Store.Open(house.Product);
        return [.. (await db.Candles.Select(c => c.Envelope).ToListAsync()).Select(e => CandleCipher.KeyOf(e)).Distinct()];
    }
}
