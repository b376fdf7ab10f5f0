using System.Buffers;
using System.Text;
using CsDashboard.Accounts;
using CsDashboard.Bots;
using CsDashboard.Foundation;
using CsDashboard.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace CsDashboard.Tests.Vault;

/// <summary>The words in which tests of the vault speak.</summary>
internal static class VaultHouse
{
    public const string Pin = "231806";

    public static readonly DateTimeOffset Start = new(2025, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static Task<House> On(DatabaseKind kind) => House.On(kind, WithPin);

    public static void WithPin(IServiceCollection services) => services.Configure<Settings>(settings => settings.Vault.Pin = Pin);

    /// <summary>Candle number i of an hour each, with prices that a search for digits would find.</summary>
    public static Candle Candle(int i) => new(Start.AddHours(i), 48111.25m + i, 48222.5m + i, 48000.125m + i, 48123.75m + i, 7.5m);

    public static string Csv(int count, int from = 0) =>
        "time,open,high,low,close,volume\n"
        + string.Concat(
            Enumerable
                .Range(from, count)
                .Select(i => Candle(i))
                .Select(c => FormattableString.Invariant($"{c.Time:yyyy-MM-ddTHH:mm:ssZ},{c.Open},{c.High},{c.Low},{c.Close},{c.Volume}\n"))
        );

    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static readonly ImportTarget Target = new()
    {
        BotType = "crypto",
        Pair = "BTC/USD",
        Interval = "1h",
    };

    extension(House house)
    {
        /// <summary>Amina at her browser, with the vault open.</summary>
        public async Task<(Actor Actor, Grant Grant)> Unlocked(Actor? admin = null)
        {
            var actor = (await house.SignIn(admin ?? house.Amina)).Actor;
            return (actor, await house.Get<Pins>().Unlock(actor, Pin));
        }

        public async Task<(Actor Actor, Grant Grant)> Filled(int count, Actor? admin = null)
        {
            var (actor, grant) = await house.Unlocked(admin);
            await house.Get<CandleImports>().Import(actor, grant, Target, Stream(Csv(count)));
            return (actor, grant);
        }

        public async Task<string> Exported(Actor actor, Grant grant, ExportFormat format, CandleFilter? filter = null)
        {
            var output = new ArrayBufferWriter<byte>();
            var write = await house.Get<CandleExports>().Begin(actor, grant, filter ?? new CandleFilter(), format);
            await write(output, () => Task.CompletedTask, default);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }

        public async Task<IReadOnlyList<string>> Kinds(Guid? tenant = null) =>
            [.. (await house.Events(tenant ?? house.Nour)).Where(e => e.Room == "Vault").Select(e => e.Kind)];
    }
}
