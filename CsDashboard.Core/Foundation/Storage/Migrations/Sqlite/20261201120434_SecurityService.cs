using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecurityService : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Type",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 20,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 20);

            migrationBuilder.AddColumn<string>(
                name: "Action",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agent",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Details",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 8192,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Risk",
                table: "SecurityEvents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Severity",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Who",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Amount",
                table: "SecurityAlerts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Currency",
                table: "SecurityAlerts",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Factors",
                table: "SecurityAlerts",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Score",
                table: "SecurityAlerts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TransactionId",
                table: "SecurityAlerts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PaymentChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UserRisk = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    PaymentsInHour = table.Column<int>(type: "INTEGER", nullable: false),
                    SuspiciousAddress = table.Column<bool>(type: "INTEGER", nullable: false),
                    SuspiciousAgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    OtherCountry = table.Column<bool>(type: "INTEGER", nullable: false),
                    DaysKnown = table.Column<int>(type: "INTEGER", nullable: false),
                    PaymentsBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSafe = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentChecks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PaymentRules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    IsBelow = table.Column<bool>(type: "INTEGER", nullable: false),
                    Limit = table.Column<long>(type: "INTEGER", nullable: false),
                    Effect = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Weight = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsShadow = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RiskProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Score = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskProfiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecurityTerms",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JudgesNothing = table.Column<bool>(type: "INTEGER", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SecretBefore = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityTerms", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "SeenSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeenSignatures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInLocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CustomerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInLocks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityEvents_TenantId_Kind_At",
                table: "SecurityEvents",
                columns: new[] { "TenantId", "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityEvents_TenantId_Severity_At",
                table: "SecurityEvents",
                columns: new[] { "TenantId", "Severity", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityEvents_TenantId_Who_At",
                table: "SecurityEvents",
                columns: new[] { "TenantId", "Who", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentChecks_CustomerId",
                table: "PaymentChecks",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentChecks_TenantId_At",
                table: "PaymentChecks",
                columns: new[] { "TenantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentChecks_TenantId_Who_At",
                table: "PaymentChecks",
                columns: new[] { "TenantId", "Who", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentRules_TenantId_Place",
                table: "PaymentRules",
                columns: new[] { "TenantId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_RiskProfiles_CustomerId",
                table: "RiskProfiles",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_RiskProfiles_TenantId_Who",
                table: "RiskProfiles",
                columns: new[] { "TenantId", "Who" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeenSignatures_TenantId_Hash",
                table: "SeenSignatures",
                columns: new[] { "TenantId", "Hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SeenSignatures_TenantId_Until",
                table: "SeenSignatures",
                columns: new[] { "TenantId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInLocks_CustomerId",
                table: "SignInLocks",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_SignInLocks_TenantId_Until",
                table: "SignInLocks",
                columns: new[] { "TenantId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInLocks_TenantId_Who_Address",
                table: "SignInLocks",
                columns: new[] { "TenantId", "Who", "Address" },
                unique: true);

            // What was seen before is of the kind of its type.
            migrationBuilder.Sql(
                """
                UPDATE "SecurityEvents" SET
                    "Kind" = CASE "Type" WHEN 'Login' THEN 'login' WHEN 'Logout' THEN 'logout' WHEN 'PasswordChange' THEN 'password_change' WHEN 'ProfileUpdate' THEN 'profile_update' WHEN 'Payment' THEN 'payment' WHEN 'Withdrawal' THEN 'withdrawal' WHEN 'DeviceAdded' THEN 'device_added' WHEN 'DeviceRemoved' THEN 'device_removed' ELSE '' END,
                    "Severity" = CASE WHEN "Succeeded" THEN 'Low' ELSE 'Medium' END
                WHERE "Kind" = ''
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PaymentChecks");

            migrationBuilder.DropTable(
                name: "PaymentRules");

            migrationBuilder.DropTable(
                name: "RiskProfiles");

            migrationBuilder.DropTable(
                name: "SecurityTerms");

            migrationBuilder.DropTable(
                name: "SeenSignatures");

            migrationBuilder.DropTable(
                name: "SignInLocks");

            migrationBuilder.DropIndex(
                name: "IX_SecurityEvents_TenantId_Kind_At",
                table: "SecurityEvents");

            migrationBuilder.DropIndex(
                name: "IX_SecurityEvents_TenantId_Severity_At",
                table: "SecurityEvents");

            migrationBuilder.DropIndex(
                name: "IX_SecurityEvents_TenantId_Who_At",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Action",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Agent",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Details",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Risk",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Severity",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Who",
                table: "SecurityEvents");

            migrationBuilder.DropColumn(
                name: "Amount",
                table: "SecurityAlerts");

            migrationBuilder.DropColumn(
                name: "Currency",
                table: "SecurityAlerts");

            migrationBuilder.DropColumn(
                name: "Factors",
                table: "SecurityAlerts");

            migrationBuilder.DropColumn(
                name: "Score",
                table: "SecurityAlerts");

            migrationBuilder.DropColumn(
                name: "TransactionId",
                table: "SecurityAlerts");

            migrationBuilder.AlterColumn<string>(
                name: "Type",
                table: "SecurityEvents",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 20,
                oldNullable: true);
        }
    }
}
