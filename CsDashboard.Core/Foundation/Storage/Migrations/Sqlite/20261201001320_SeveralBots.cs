using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SeveralBots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bots_TenantId_Type",
                table: "Bots");

            migrationBuilder.AddColumn<Guid>(
                name: "BotId",
                table: "Signals",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BotId",
                table: "SignalDrafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Bots",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Proposals",
                table: "Bots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bots_TenantId_Type_Name",
                table: "Bots",
                columns: new[] { "TenantId", "Type", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bots_TenantId_Type_Name",
                table: "Bots");

            migrationBuilder.DropColumn(
                name: "BotId",
                table: "Signals");

            migrationBuilder.DropColumn(
                name: "BotId",
                table: "SignalDrafts");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Bots");

            migrationBuilder.DropColumn(
                name: "Proposals",
                table: "Bots");

            migrationBuilder.CreateIndex(
                name: "IX_Bots_TenantId_Type",
                table: "Bots",
                columns: new[] { "TenantId", "Type" },
                unique: true);
        }
    }
}
