using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Members : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_CustomerId_CreatedAt",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Inbox",
                table: "Notifications");

            migrationBuilder.AddColumn<Guid>(
                name: "DigestId",
                table: "Notifications",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "HeldUntil",
                table: "Notifications",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "Notifications",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Topic",
                table: "Notifications",
                type: "character varying(16)",
                maxLength: 16,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<int>(
                name: "OpenTickets",
                table: "Customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RatingSum",
                table: "Customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Ratings",
                table: "Customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "TotalTickets",
                table: "Customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CustomerId",
                table: "Attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "NoticePreferences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<bool>(type: "boolean", nullable: false),
                    Sms = table.Column<bool>(type: "boolean", nullable: false),
                    Push = table.Column<bool>(type: "boolean", nullable: false),
                    EmailTopics = table.Column<int>(type: "integer", nullable: false),
                    SmsTopics = table.Column<int>(type: "integer", nullable: false),
                    PushTopics = table.Column<int>(type: "integer", nullable: false),
                    Daily = table.Column<bool>(type: "boolean", nullable: false),
                    QuietFrom = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    QuietUntil = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    UpdatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticePreferences", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Customer",
                table: "Notifications",
                columns: new[] { "CustomerId", "CreatedAt", "Id" },
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_DigestId",
                table: "Notifications",
                column: "DigestId",
                filter: "\"DigestId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Gathered",
                table: "Notifications",
                columns: new[] { "TenantId", "HeldUntil" },
                filter: "\"Reason\" = 'Digest' AND \"Status\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Staff",
                table: "Notifications",
                columns: new[] { "UserId", "CreatedAt", "Id" },
                filter: "\"CustomerId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_CustomerId_CreatedAt",
                table: "Attachments",
                columns: new[] { "CustomerId", "CreatedAt" },
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NoticePreferences_PersonId",
                table: "NoticePreferences",
                column: "PersonId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NoticePreferences");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Customer",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_DigestId",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Gathered",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Staff",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_CustomerId_CreatedAt",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "DigestId",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Topic",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "OpenTickets",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "RatingSum",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Ratings",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "TotalTickets",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "CustomerId",
                table: "Attachments");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_CustomerId_CreatedAt",
                table: "Notifications",
                columns: new[] { "CustomerId", "CreatedAt" },
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Inbox",
                table: "Notifications",
                columns: new[] { "UserId", "CreatedAt", "Id" },
                filter: "\"Channel\" = 'InApp'");
        }
    }
}
