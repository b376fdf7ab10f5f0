using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CallSlots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Minutes",
                table: "CallRequests",
                type: "integer",
                nullable: false,
                defaultValue: 30);

            migrationBuilder.AddColumn<int>(
                name: "Reminded",
                table: "CallRequests",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CallSettings",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallSettings", x => x.TenantId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CallRequests_TenantId_ScheduledAt_Status",
                table: "CallRequests",
                columns: new[] { "TenantId", "ScheduledAt", "Status" },
                filter: "\"ScheduledAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallSettings");

            migrationBuilder.DropIndex(
                name: "IX_CallRequests_TenantId_ScheduledAt_Status",
                table: "CallRequests");

            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "CallRequests");

            migrationBuilder.DropColumn(
                name: "Reminded",
                table: "CallRequests");
        }
    }
}
