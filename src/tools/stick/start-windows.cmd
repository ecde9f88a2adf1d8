@echo off
rem Tirkelim: serves the folder "application" to this computer's browser, by whichever of Node.js and Python 3 is there.
chcp 65001 > nul
cd /d "%~dp0program\tools\stick"
where node > nul 2> nul && node -e "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)" && goto node
where py > nul 2> nul && py -3 -c "import sys" && goto py
where python > nul 2> nul && python -c "import sys; sys.exit(sys.version_info < (3, 6))" && goto python
type neither.txt
goto end
:node
node start-from-stick.mjs start-windows.cmd
goto end
:py
py -3 -B serve.py start-windows.cmd
goto end
:python
python -B serve.py start-windows.cmd
:end
pause
