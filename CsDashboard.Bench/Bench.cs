using System.Globalization;

namespace CsDashboard.Bench;

internal static class Bench
{
    private static async Task Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

        // Each figure stands beside its ceiling, measured in the same run on the same machine.
        switch (args.FirstOrDefault())
        {
            case "doors":
                await Doors.Run(args[1..]);
                break;
            case "scale":
                await Scale.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(1_000_000).First());
                break;
            case "customers":
                await ManyCustomers.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(1_000_000).First());
                break;
            case "segments":
                await Segmenting.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(500_000).First());
                break;
            case "loyalty":
                await Ledgers.Run(
                    args.Skip(1).Select(int.Parse).DefaultIfEmpty(10_000_000).First(),
                    args.Skip(2).Select(int.Parse).DefaultIfEmpty(500_000).First(),
                    args.Skip(3).Select(int.Parse).DefaultIfEmpty(20_000).First()
                );
                break;
            case "audit":
                await Audits.Run(
                    args.Skip(1).Select(int.Parse).DefaultIfEmpty(5_000_000).First(),
                    args.Skip(2).Select(int.Parse).DefaultIfEmpty(1_000_000).First()
                );
                break;
            case "create":
                await Creating.Run();
                break;
            case "stream":
                await Streams.Run();
                break;
            case "memory":
                await Memory.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(200).First());
                break;
            case "lists":
                await Memory.Lists(
                    args is [_, var pages, ..] ? int.Parse(pages) : 20,
                    args is [_, _, var path] ? path : "/admin/users?view=customers"
                );
                break;
            case "signals":
                await SignalPages.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(1_000).First());
                break;
            case "chat":
                await ChatPages.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(500).First());
                break;
            case "vault":
                await Vaults.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(1_000_000).First());
                break;
            case "images":
                await PictureWork.Run();
                break;
            case "shop-list":
                await ShopShelf.Run(lists: true, args.Length > 1 ? [.. args.Skip(1).Select(int.Parse)] : [10_000, 1_000_000]);
                break;
            case "shop-product":
                await ShopShelf.Run(lists: false, args.Skip(1).Select(int.Parse).DefaultIfEmpty(10_000).First());
                break;
            case "shop-search":
                await ShopFinding.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(100_000).First());
                break;
            case "shop-suggest":
                await ShopFinding.Suggest(args.Skip(1).Select(int.Parse).DefaultIfEmpty(100_000).First());
                break;
            case "shop-index":
                await ShopIndexing.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(100_000).First());
                break;
            case "shop-import":
                await ShopImports.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(100_000).First());
                break;
            case "shop-checkout":
                await Selling.Checkout(args.Skip(1).Select(int.Parse).FirstOrDefault());
                break;
            case "shop-rush":
                await Selling.Rush();
                break;
            case "import":
                await Imports.Run(args.Skip(1).Select(int.Parse).DefaultIfEmpty(100_000).First());
                break;
            case "all":
                await Doors.Run(["10000", "100000"]);
                await Creating.Run();
                await Streams.Run();
                await SignalPages.Run(1_000);
                await ChatPages.Run(500);
                await Memory.Run(200);
                await Memory.Lists(20);
                await Vaults.Run(1_000_000);
                await Imports.Run(100_000);
                await ShopImports.Run(100_000);
                await ShopShelf.Run(lists: true, 10_000, 1_000_000);
                await ShopShelf.Run(lists: false, 10_000);
                await PictureWork.Run();
                await Selling.Checkout(0);
                await Selling.Rush();
                await Scale.Run(1_000_000);
                await ManyCustomers.Run(1_000_000);
                await Segmenting.Run(500_000);
                await Ledgers.Run(10_000_000, 500_000, 20_000);
                await Audits.Run(5_000_000);
                break;
            case "crash-writer":
                await CrashWriter.Run(args[1]);
                break;
            case "crash-desk":
                await CrashDesk.Run(args[1]);
                break;
            case "crash-vault":
                await CrashVault.Run(args[1]);
                break;
            case "crash-ledger":
                await CrashLedger.Run(args[1]);
                break;
            case "crash-shop":
                await CrashShop.Run(args[1], args.ElementAtOrDefault(2));
                break;
            case "browse":
                await Browsing.Run(args[1]);
                break;
            case "raw-server":
                await RawServer.Run(args[1], args[2]);
                break;
            default:
                Console.WriteLine(
                    "dotnet run -c Release --project CsDashboard.Bench -- doors [tickets …] [--only words] [--seconds measured] [--keep] [--postgres connection] | scale [most tickets] | customers [most] | segments [members] | loyalty [entries] [members] [orders] | audit [most entries] [links] | create | stream | memory [pages] | lists [pages] [address] | signals [pages] | chat [chats] | vault [candles] | import [rows] | shop-list [products …] | shop-product [products] | shop-search [products] | shop-suggest [products] | shop-index [products] | shop-import [products] | images | shop-checkout [seconds] | shop-rush | all"
                );
                break;
        }
    }
}
