using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CsDashboard.Foundation.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LastActive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_Name",
                table: "Users");

            migrationBuilder.AddColumn<long>(
                name: "LastActiveAt",
                table: "Users",
                type: "INTEGER",
                nullable: false,
                defaultValue: 621355968000000000L);

            // Until now it was known only when somebody had signed in.
            migrationBuilder.Sql("UPDATE \"Users\" SET \"LastActiveAt\" = \"LastSignInAt\" WHERE \"LastSignInAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_CreatedAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_FoldedName_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "FoldedName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_LastActiveAt_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "LastActiveAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_NormalizedEmail_Id",
                table: "Users",
                columns: new[] { "TenantId", "Role", "NormalizedEmail", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_CreatedAt_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_FoldedName_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_LastActiveAt_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Role_NormalizedEmail_Id",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LastActiveAt",
                table: "Users");

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Role_Name",
                table: "Users",
                columns: new[] { "TenantId", "Role", "Name" });
        }
    }
}
