using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using Microsoft.Data.Sqlite;

namespace CsDashboard.Bench;

/// <summary>
/// A file of customers, from its bytes to rows that are committed, against plain inserts of the same rows into the same table, five hundred
/// to a transaction.
/// </summary>
internal static class Imports
{
    public static async Task Run(int rows)
    {
        await using var house = await House.New();
        var seed = await Seed.In(house);
        var admin = seed.Agent with { Role = Role.Admin };
        var company = Actor.System(admin.TenantId);
        var (imports, pump) = (house.Get<CustomerImports>(), house.Get<EventPump>());
        Clocked.Head(string.Create(CultureInfo.InvariantCulture, $"Importing {rows:N0} customers"));
        await Own("warm", 10_000);
        var plain = await Plain(house.Database, admin.TenantId, rows);
        var (own, found) = await Own("c", rows);
        Clocked.Line(
            "rows a second",
            $"{rows / own:0}",
            $"{rows / plain:0} (plain transactions of 500)",
            $"{plain / own:0.00} of the ceiling (aim: at least 0.50)"
        );
        Clocked.Line("until all are findable, seconds", $"{own + found:0.0}", $"{plain:0.0}", "");

        async Task<(double Added, double Found)> Own(string name, int count)
        {
            await using var file = File(name, count);
            var import = await imports.Upload(admin, name + ".csv", file);
            await imports.Begin(admin, import.Id);
            var began = Stopwatch.GetTimestamp();
            await imports.Work(company);
            var added = Stopwatch.GetElapsedTime(began).TotalSeconds;
            if ((await imports.Get(admin, import.Id)).Added != count)
                throw new InvalidOperationException("Not all rows were added.");
            await pump.Drain();
            return (added, Stopwatch.GetElapsedTime(began).TotalSeconds - added);
        }
    }

    private static MemoryStream File(string name, int rows)
    {
        var text = new StringBuilder("name,email,phone,company,country,language,tags\n");
        for (var i = 0; i < rows; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"Customer {i},{name}{i}@import.example,+9665{i:00000000},Company {i % 500},SA,ar,gulf;fair\n"
            );
        return new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static async Task<double> Plain(string database, Guid tenant, int rows)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Default Timeout=30");
        await connection.OpenAsync();
        string[] names =
        [
            "Id",
            "TenantId",
            "Number",
            "UniqueId",
            "PublicId",
            "Name",
            "Email",
            "NormalizedEmail",
            "Phone",
            "Company",
            "Country",
            "Status",
            "Type",
            "MembershipTier",
            "Language",
            "TimeZone",
            "TagText",
            "CreatedAt",
            "CreatedBy",
            "ImportId",
            "Newsletter",
            "Notifications",
            "AccountSize",
            "TotalOrders",
            "TotalOrderValue",
            "TotalComplaints",
            "OpenComplaints",
            "Version",
            "OrdersReported",
            "ComplaintsReported",
            "MailKey",
            "PhoneKey",
            "NameKey",
        ];
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT OR IGNORE INTO Customers ({string.Join(',', names)}) VALUES ({string.Join(',', names.Select((_, i) => "$" + i))})";
        for (var i = 0; i < names.Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        var (import, now) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch.UtcTicks);
        var began = Stopwatch.GetTimestamp();
        for (var from = 0; from < rows; from += 500)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            command.Transaction = transaction;
            for (var i = from; i < Math.Min(rows, from + 500); i++)
            {
                // As random as those of real rows: ids in order would spare the indexes half of their work.
                var (unique, open) = (
                    Convert.ToHexString(RandomNumberGenerator.GetBytes(4)),
                    Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))
                );
                var mail = string.Create(CultureInfo.InvariantCulture, $"plain{i}@import.example");
                object[] values =
                [
                    Ids.New(),
                    tenant,
                    1_000_000 + i,
                    unique,
                    open,
                    $"Customer {i}",
                    mail,
                    mail,
                    $"+9665{i:00000000}",
                    $"Company {i % 500}",
                    "SA",
                    "Active",
                    "Regular",
                    "standard",
                    "ar",
                    "UTC",
                    ",fair,gulf,",
                    now,
                    "Agent",
                    import,
                    0,
                    1,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    mail,
                    $"9665{i:00000000}",
                    $"{i} customer",
                ];
                for (var v = 0; v < values.Length; v++)
                    command.Parameters[v].Value = values[v];
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await using var clean = connection.CreateCommand();
        clean.CommandText = "DELETE FROM Customers WHERE Email LIKE 'plain%'";
        // Among this many unique ids of eight digits a few collide.
        if (await clean.ExecuteNonQueryAsync() < rows - 50)
            throw new InvalidOperationException("The plain rows were not all inserted.");
        return seconds;
    }
}
