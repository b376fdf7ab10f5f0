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
            migrationBuilder.AddColumn<bool>(
                name: "InChat",
                table: "Tickets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.AddColumn<int>(
                name: "FaqPlace",
                table: "Articles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Views",
                table: "Articles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Chats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FirstAnswerAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastAnswerAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    End = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    CustomerSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    StaffSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ToldUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Chats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChatSettings",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChatSettings", x => x.TenantId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_InChat_AssigneeId",
                table: "Tickets",
                columns: new[] { "TenantId", "InChat", "AssigneeId" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_CustomerId_CreatedAt",
                table: "Attachments",
                columns: new[] { "CustomerId", "CreatedAt" },
                filter: "\"CustomerId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Chats_TenantId_EndedAt_StartedAt",
                table: "Chats",
                columns: new[] { "TenantId", "EndedAt", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Chats_TenantId_LastAnswerAt",
                table: "Chats",
                columns: new[] { "TenantId", "LastAnswerAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Chats_TenantId_StartedAt",
                table: "Chats",
                columns: new[] { "TenantId", "StartedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Chats");

            migrationBuilder.DropTable(
                name: "ChatSettings");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_TenantId_InChat_AssigneeId",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_CustomerId_CreatedAt",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "InChat",
                table: "Tickets");

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

            migrationBuilder.DropColumn(
                name: "FaqPlace",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Views",
                table: "Articles");
        }
    }
}
